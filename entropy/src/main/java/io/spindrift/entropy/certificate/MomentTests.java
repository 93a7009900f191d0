package io.spindrift.entropy.certificate;

import io.spindrift.entropy.gaussian.NormalTails;
import io.spindrift.entropy.gaussian.PowerSums;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;

/** Tests of the moments of samples against the standard normal law. */
final class MomentTests {
  /** Mean: z = sqrt(n) mean is standard normal, exactly. */
  static Judged mean(PowerSums sums) {
    double z = Math.sqrt((double) sums.count()) * sums.mean();
    return new Judged(NormalTails.twoSided(z), z);
  }

  /** Variance: the sum of squares about the known mean 0 is chi-square with n degrees, exactly. */
  static Judged variance(PowerSums sums) {
    return new Judged(
        ChiSquareTail.twoSided(sums.second(), (double) sums.count()), sums.second() / sums.count());
  }

  /**
   * Skewness g1 of n samples, transformed to a standard normal Z.
   *
   * <p>Y = g1 sqrt((n+1)(n+3)/(6(n-2))), Z = delta asinh(Y/alpha). R. B. D'Agostino, Biometrika 57
   * (1970).
   */
  static Judged skewness(double g1, double n) {
    double y = g1 * Math.sqrt((n + 1) * (n + 3) / (6 * (n - 2)));
    double beta =
        3 * (n * n + 27 * n - 70) * (n + 1) * (n + 3) / ((n - 2) * (n + 5) * (n + 7) * (n + 9));
    double w2 = Math.sqrt(2 * (beta - 1)) - 1;
    double delta = 1 / Math.sqrt(Math.log(w2) / 2);
    double scaled = y / Math.sqrt(2 / (w2 - 1));
    double z = delta * Math.log(scaled + Math.sqrt(scaled * scaled + 1));
    return new Judged(NormalTails.twoSided(z), z);
  }

  /**
   * Excess kurtosis g2 of n samples, transformed to a standard normal Z.
   *
   * <p>Standardised by its exact mean -6/(n+1) and variance, then by the Wilson-Hilferty cube root
   * that matches the third moment. F. J. Anscombe and W. J. Glynn, Biometrika 70 (1983).
   */
  static Judged excessKurtosis(double g2, double n) {
    double variance = 24 * n * (n - 2) * (n - 3) / ((n + 1) * (n + 1) * (n + 3) * (n + 5));
    double x = (g2 + 6 / (n + 1)) / Math.sqrt(variance);
    double rootBeta =
        6
            * (n * n - 5 * n + 2)
            / ((n + 7) * (n + 9))
            * Math.sqrt(6 * (n + 3) * (n + 5) / (n * (n - 2) * (n - 3)));
    double a = 6 + 8 / rootBeta * (2 / rootBeta + Math.sqrt(1 + 4 / (rootBeta * rootBeta)));
    double under = 1 + x * Math.sqrt(2 / (a - 4));
    double cubeRoot = Math.copySign(Math.cbrt((1 - 2 / a) / Math.abs(under)), under);
    double z = (1 - 2 / (9 * a) - cubeRoot) / Math.sqrt(2 / (9 * a));
    return new Judged(NormalTails.twoSided(z), z);
  }

  private MomentTests() {}
}
