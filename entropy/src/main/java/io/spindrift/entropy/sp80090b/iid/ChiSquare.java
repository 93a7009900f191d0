package io.spindrift.entropy.sp80090b.iid;

import org.hipparchus.special.Gamma;

/**
 * A sum of squared deviations, each over its expectation.
 *
 * @param statistic T
 * @param degrees degrees of freedom, below one when there are too few symbols to test
 */
record ChiSquare(double statistic, int degrees) {
  /** {@code (observed - expected)^2 / expected}. */
  static double term(double observed, double expected) {
    double deviation = observed - expected;
    return deviation * deviation / expected;
  }

  /** Probability of at least this statistic, Q(degrees / 2, T / 2). */
  double pValue() {
    return Gamma.regularizedGammaQ(degrees / 2.0, statistic / 2);
  }
}
