package io.spindrift.entropy.certificate;

import org.hipparchus.special.Gamma;

/** Tails of the chi-square distribution through the regularised incomplete gamma functions. */
final class ChiSquareTail {
  /** P(chi^2 > x) with {@code degrees} degrees of freedom: Q(degrees/2, x/2). */
  static double upper(double x, double degrees) {
    return Gamma.regularizedGammaQ(degrees / 2, x / 2);
  }

  /** Two-sided p-value: twice the smaller tail, at most 1. */
  static double twoSided(double x, double degrees) {
    double smaller = Math.min(upper(x, degrees), Gamma.regularizedGammaP(degrees / 2, x / 2));
    return Math.min(1, 2 * smaller);
  }

  private ChiSquareTail() {}
}
