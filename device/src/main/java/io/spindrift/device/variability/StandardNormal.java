package io.spindrift.device.variability;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.special.Erf;

/** Density, distribution and quantile function of the standard normal law. */
final class StandardNormal {
  private static final NormalDistribution LAW = new NormalDistribution();

  private static final double FAR_BELOW = 1e-6;
  private static final int MOST_STEPS = 20;

  static double density(double z) {
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }

  /** Probability of a value below z. */
  static double below(double z) {
    return 0.5 * Erf.erfc(-z / Math.sqrt(2));
  }

  /**
   * The value below which a share of the law lies; infinite at 0 and 1.
   *
   * <p>Far below it solves ln F(z) = ln share by Newton's method, which converges from the left of
   * the root because ln F is concave.
   */
  static double quantile(double share) {
    if (share >= FAR_BELOW || share == 0) {
      return LAW.inverseCumulativeProbability(Math.min(share, 1));
    }
    double z = -Math.sqrt(-2 * Math.log(share));
    for (int step = 0; step < MOST_STEPS; step++) {
      double below = below(z);
      double move = Math.log(share / below) * below / density(z);
      z += move;
      if (Math.abs(move) < 1e-13 * Math.abs(z)) {
        break;
      }
    }
    return z;
  }

  private StandardNormal() {}
}
