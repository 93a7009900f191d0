package io.spindrift.device.measured;

import io.spindrift.numerics.Require;

/**
 * A probability with the interval in which counting leaves it.
 *
 * @param probability estimate
 * @param low lower end
 * @param high upper end
 */
public record ProbabilityBand(double probability, double low, double high) {
  /** Checks the range and the order. */
  public ProbabilityBand {
    Require.inRange("low", low, 0, 1, "");
    Require.inRange("high", high, low, 1, "");
    Require.inRange("probability", probability, low, high, "");
  }

  static ProbabilityBand of(MeasuredCurve.Reach reach) {
    double middle = probability(reach.angle());
    return new ProbabilityBand(
        middle,
        Math.min(middle, probability(reach.angle() - reach.below())),
        Math.max(middle, probability(reach.angle() + reach.above())));
  }

  private static double probability(double angle) {
    double s = Math.sin(Math.clamp(angle, 0, Math.PI / 2));
    return Math.min(1, s * s);
  }

  /** Half of the width of the interval. */
  public double halfWidth() {
    return 0.5 * (high - low);
  }
}
