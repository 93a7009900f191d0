package io.spindrift.entropy.sp80022;

import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;

/**
 * The regularised upper incomplete gamma function Q(a, x), igamc in the standard: the probability
 * that a chi-square variable of 2a degrees of freedom exceeds 2x.
 *
 * <p>Small whole and half a use Q(a+1, x) = Q(a, x) + x^a e^-x / Gamma(a+1) from Q(1, x) = e^-x and
 * Q(1/2, x) = erfc(sqrt x): only positive terms, hence full relative precision far into the tail.
 */
final class UpperGamma {
  private static final double LARGEST_CLOSED = 16;

  /** p-value of a chi-square statistic; a statistic below zero by rounding counts as zero. */
  static double chiSquareTail(double degrees, double chiSquare) {
    return q(degrees / 2, chiSquare / 2);
  }

  /** Q(a, x) for a that is a multiple of one half. */
  static double q(double a, double x) {
    if (x <= 0) {
      return 1;
    }
    if (a > LARGEST_CLOSED) {
      return Math.clamp(Gamma.regularizedGammaQ(a, x), 0.0, 1.0);
    }
    boolean whole = a == Math.rint(a);
    double order = whole ? 1 : 0.5;
    double sum = whole ? Math.exp(-x) : Erf.erfc(Math.sqrt(x));
    double term = whole ? x * Math.exp(-x) : 2 * Math.sqrt(x / Math.PI) * Math.exp(-x);
    while (order < a) {
      sum += term;
      order++;
      term *= x / order;
    }
    return Math.min(1, sum);
  }

  private UpperGamma() {}
}
