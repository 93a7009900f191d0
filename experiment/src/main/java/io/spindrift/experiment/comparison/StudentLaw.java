package io.spindrift.experiment.comparison;

import io.spindrift.numerics.Require;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Erf;

/**
 * Student's law: a mean over its estimated standard error.
 *
 * <p>P(T > t) = I_{n/(n + t^2)}(n/2, 1/2)/2 for t >= 0, I the regularised incomplete beta function;
 * Abramowitz and Stegun 26.7.1. With infinite n it is the normal law.
 *
 * @param freedom degrees of freedom n; infinite when the standard error is known
 */
record StudentLaw(double freedom) {
  private static final double ACCURACY = 1e-12;

  StudentLaw {
    if (!(freedom > 0)) {
      throw new IllegalArgumentException("degrees of freedom must be positive, but was " + freedom);
    }
  }

  /** P(T > t). */
  double above(double t) {
    if (Double.isNaN(t)) {
      throw new IllegalArgumentException("t must be a number, but was NaN");
    }
    if (Double.isInfinite(freedom) || Double.isInfinite(t)) {
      return Erf.erfc(t / Math.sqrt(2)) / 2;
    }
    double tail = Beta.regularizedBeta(freedom / (freedom + t * t), freedom / 2, 0.5) / 2;
    return t >= 0 ? tail : 1 - tail;
  }

  /** The t below which T lies with a probability strictly between 0 and 1. */
  double quantile(double probability) {
    Require.inRange("probability", probability, 1e-12, 1 - 1e-12, "");
    return Double.isInfinite(freedom)
        ? new NormalDistribution().inverseCumulativeProbability(probability)
        : new TDistribution(freedom, ACCURACY).inverseCumulativeProbability(probability);
  }
}
