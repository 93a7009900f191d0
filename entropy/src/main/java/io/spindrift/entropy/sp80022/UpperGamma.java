package io.spindrift.entropy.sp80022;

/**
 * The regularised upper incomplete gamma function Q(a, x), igamc in the standard, and what follows
 * from it: tails of the chi-square and of the normal distribution.
 *
 * <p>Small whole and half a use Q(a+1, x) = Q(a, x) + x^a e^-x / Gamma(a+1) from Q(1, x) = e^-x and
 * Q(1/2, x) = erfc(sqrt x): only positive terms, hence full relative precision far into the tail.
 * Otherwise the power series of 1 - Q below a + 1 and Legendre's continued fraction above, both
 * times x^a e^-x / Gamma(a), whose logarithm is taken around x = a with Stirling's series so that
 * nothing large cancels. Source: NIST Digital Library of Mathematical Functions, 8.7.1, 8.9.2,
 * 5.11.1. A private copy of what a mathematics library offers, because a few thousand calls must
 * not cost the loading of one.
 */
final class UpperGamma {
  private static final double LARGEST_CLOSED = 16;
  private static final double SMALLEST = 1e-300;
  private static final double PRECISION = 1e-17;
  private static final int MOST_TERMS = 1_000_000;

  /** p-value of a chi-square statistic; a statistic below zero by rounding counts as zero. */
  static double chiSquareTail(double degrees, double chiSquare) {
    return q(degrees / 2, chiSquare / 2);
  }

  /** erfc(x) = Q(1/2, x^2) for x of zero or more, reflected below. */
  static double erfc(double x) {
    return x < 0 ? 2 - erfc(-x) : general(0.5, x * x);
  }

  /** Q(a, x) for a that is a multiple of one half. */
  static double q(double a, double x) {
    if (x <= 0) {
      return 1;
    }
    if (a > LARGEST_CLOSED) {
      return general(a, x);
    }
    boolean whole = a == Math.rint(a);
    double order = whole ? 1 : 0.5;
    double sum = whole ? Math.exp(-x) : erfc(Math.sqrt(x));
    double term = whole ? x * Math.exp(-x) : 2 * Math.sqrt(x / Math.PI) * Math.exp(-x);
    while (order < a) {
      sum += term;
      order++;
      term *= x / order;
    }
    return Math.min(1, sum);
  }

  private static double general(double a, double x) {
    if (x <= 0) {
      return 1;
    }
    double front = front(a, x);
    if (front == 0) {
      return x < a ? 1 : 0;
    }
    double tail = x < a + 1 ? 1 - front * series(a, x) : front * fraction(a, x);
    return Math.clamp(tail, 0.0, 1.0);
  }

  /** x^a e^-x / Gamma(a). */
  private static double front(double a, double x) {
    if (a == 0.5) {
      return Math.sqrt(x / Math.PI) * Math.exp(-x);
    }
    double excess = (x - a) / a;
    double bend = Math.abs(excess) < 0.1 ? smallBend(excess) : Math.log1p(excess) - excess;
    double inverse = 1 / a;
    double square = inverse * inverse;
    double stirling =
        inverse * (1 / 12.0 - square * (1 / 360.0 - square * (1 / 1260.0 - square / 1680)));
    return Math.sqrt(a / (2 * Math.PI)) * Math.exp(a * bend - stirling);
  }

  /** ln(1 + t) - t by its power series. */
  private static double smallBend(double t) {
    double sum = 0;
    double power = -t * t;
    for (int k = 2; k < 20; k++) {
      sum += power / k;
      power *= -t;
    }
    return sum;
  }

  /** sum of x^k / (a (a+1) … (a+k)). */
  private static double series(double a, double x) {
    double term = 1 / a;
    double sum = term;
    for (double k = a + 1; term > PRECISION * sum; k++) {
      term *= x / k;
      sum += term;
    }
    return sum;
  }

  /** 1/(x+1-a - 1(1-a)/(x+3-a - 2(2-a)/(x+5-a - …))), by the modified algorithm of Lentz. */
  private static double fraction(double a, double x) {
    double b = x + 1 - a;
    double c = 1 / SMALLEST;
    double d = 1 / b;
    double value = d;
    double factor = 0;
    for (int k = 1; Math.abs(factor - 1) > 4e-16 && k < MOST_TERMS; k++) {
      double numerator = -k * (k - a);
      b += 2;
      d = 1 / notZero(numerator * d + b);
      c = notZero(b + numerator / c);
      factor = c * d;
      value *= factor;
    }
    return value;
  }

  private static double notZero(double value) {
    return Math.abs(value) < SMALLEST ? SMALLEST : value;
  }

  private UpperGamma() {}
}
