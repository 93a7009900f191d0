package io.spindrift.entropy.sp80090b.restart;

import io.spindrift.numerics.Require;

/**
 * How often the most common of n independent symbols may occur when none is likelier than p.
 *
 * <p>The count that is exceeded most often belongs to as many symbols of probability p as fit, m =
 * floor(1/p), and one more with the rest r = 1 - m p. The counts are multinomial, so
 *
 * <p>P(no count above c) = n! [x^n] E_c(p x)^m E_c(r x), E_c(y) = sum of y^j / j! for j = 0 ... c,
 *
 * <p>the coefficient of a product of polynomials. The reference tool draws the same distribution
 * five million times and takes a quantile; here it is exact. Hagerty and Draper, "Entropy bounds
 * and statistical tests", 2012, for the family.
 */
final class MostCommonCount {
  private final int symbols;
  private final double p;
  private final int whole;
  private final double rest;

  /** ln j! for j up to n. */
  private final double[] logFactorials;

  /**
   * The law of the most common count.
   *
   * @param symbols number of symbols, n
   * @param p probability of the likeliest symbol
   */
  MostCommonCount(int symbols, double p) {
    this.symbols = Require.atLeast("symbols", symbols, 1);
    this.p = Require.inRange("probability", p, 1.0 / 256, 1, "");
    whole = (int) Math.floor(1 / p + 1e-9);
    double left = 1 - whole * p;
    rest = left > 1e-9 ? left : 0;
    logFactorials = new double[symbols + 1];
    for (int j = 2; j <= symbols; j++) {
      logFactorials[j] = logFactorials[j - 1] + Math.log(j);
    }
  }

  /** Probability that no symbol occurs more than {@code count} times. */
  double atMost(int count) {
    double scale = Math.exp(logFactorials[symbols] / symbols);
    double[] product = power(series(p * scale, count), whole);
    return Math.clamp(
        rest > 0 ? last(product, series(rest * scale, count)) : product[symbols], 0, 1);
  }

  /**
   * The least count that is exceeded with a probability of at most {@code alpha}: larger counts
   * fail.
   */
  int cutoff(double alpha) {
    int low = 0;
    int high = symbols;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (atMost(middle) >= 1 - alpha) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** P(X >= count) for one symbol of probability p, X binomial; section 3.1.4.3, step 5. */
  double binomialTail(int count) {
    double sum = 0;
    for (int j = symbols; j >= count; j--) {
      double log =
          logFactorials[symbols]
              - logFactorials[j]
              - logFactorials[symbols - j]
              + j * Math.log(p)
              + (j < symbols ? (symbols - j) * Math.log1p(-p) : 0);
      sum += Math.exp(log);
    }
    return Math.min(1, sum);
  }

  private double[] series(double y, int count) {
    double[] terms = new double[symbols + 1];
    double term = 1;
    for (int j = 0; j <= Math.min(count, symbols); j++) {
      terms[j] = term;
      term *= y / (j + 1);
    }
    return terms;
  }

  private double[] power(double[] base, int exponent) {
    double[] result = series(0, 0);
    double[] square = base;
    for (int left = exponent; left > 0; left >>= 1) {
      if ((left & 1) != 0) {
        result = multiply(result, square);
      }
      if (left > 1) {
        square = multiply(square, square);
      }
    }
    return result;
  }

  private double[] multiply(double[] a, double[] b) {
    double[] product = new double[symbols + 1];
    for (int i = 0; i <= symbols; i++) {
      double factor = a[i];
      for (int j = 0; factor != 0 && j <= symbols - i; j++) {
        product[i + j] += factor * b[j];
      }
    }
    return product;
  }

  private double last(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i <= symbols; i++) {
      sum += a[i] * b[symbols - i];
    }
    return sum;
  }
}
