package io.spindrift.device.variability;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.special.Erf;

/** Density, distribution and quantile function of the standard normal law. */
final class StandardNormal {
  private static final NormalDistribution LAW = new NormalDistribution();

  static double density(double z) {
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }

  /** Probability of a value below z. */
  static double below(double z) {
    return 0.5 * Erf.erfc(-z / Math.sqrt(2));
  }

  /** The value below which a share of the law lies; infinite at 0 and 1. */
  static double quantile(double share) {
    return LAW.inverseCumulativeProbability(Math.clamp(share, 0, 1));
  }

  private StandardNormal() {}
}
