package io.spindrift.entropy.certificate;

import io.spindrift.numerics.Require;

/**
 * The distribution of the Kolmogorov-Smirnov distance D of n samples from a continuous law.
 *
 * <p>P(sqrt(n) D > x) tends to Q(x) = 2 sum_(j >= 1) (-1)^(j-1) exp(-2 j^2 x^2). At finite n the
 * argument is x + 1/(6 sqrt n) + (x - 1)/(4 n), x = sqrt(n) D: J. Vrbik, "Small-sample corrections
 * to Kolmogorov-Smirnov test statistic", Pioneer J. Theor. Appl. Stat. 15 (2018). For a law with
 * atoms the p-value is an upper bound (Conover 1972).
 */
final class KolmogorovLaw {
  private static final double SMALL = 1.18;

  /** The p-value P(D >= distance) of n samples. */
  static double pValue(double distance, long n) {
    Require.inRange("Kolmogorov-Smirnov distance", distance, 0, 1, "");
    double root = Math.sqrt((double) n);
    double x = root * distance;
    return upper(x + 1 / (6 * root) + (x - 1) / (4 * n));
  }

  /** Q(x), the limit of P(sqrt(n) D > x). */
  static double upper(double x) {
    if (x <= 0) {
      return 1;
    }
    return x < SMALL ? 1 - lower(x) : alternating(x);
  }

  private static double alternating(double x) {
    double sum = 0;
    for (int j = 1; j <= 6; j++) {
      sum += (j % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * j * j * x * x);
    }
    return Math.clamp(sum, 0, 1);
  }

  /** The same by the theta function's other series: sqrt(2 pi)/x sum exp(-(2j-1)^2 pi^2/8x^2). */
  private static double lower(double x) {
    double sum = 0;
    for (int odd = 1; odd <= 9; odd += 2) {
      sum += Math.exp(-Math.pow(odd * Math.PI / x, 2) / 8);
    }
    return Math.sqrt(2 * Math.PI) / x * sum;
  }

  private KolmogorovLaw() {}
}
