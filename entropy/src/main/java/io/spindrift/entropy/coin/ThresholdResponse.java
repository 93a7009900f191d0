package io.spindrift.entropy.coin;

import io.spindrift.device.SwitchingModel;
import io.spindrift.numerics.Require;

/**
 * The switching probability as a function of a shift of the pulse voltage.
 *
 * <p>A junction whose threshold moves by -x volts answers to a pulse of V volts as a steady one to
 * V + x. The response p(x) = P(V + x) is asked from the model at 1025 shifts in [-reach, reach],
 * joined by straight lines and held beyond the ends; bits and statistics use the same curve.
 */
public final class ThresholdResponse {
  private static final int INTERVALS = 1024;

  private final double reachVolts;
  private final double[] probability;

  private ThresholdResponse(double reachVolts, double[] probability) {
    this.reachVolts = reachVolts;
    this.probability = probability;
  }

  /**
   * Asks the model.
   *
   * @param model what knows the junction
   * @param pulse the pulse without a shift
   * @param deviceIndex which junction of the population, negative for the nominal one
   * @param reachVolts largest shift, in volts
   * @throws IllegalArgumentException when the model does not cover V - reach to V + reach
   */
  public static ThresholdResponse of(
      SwitchingModel model, CoinPulse pulse, long deviceIndex, double reachVolts) {
    Require.notNegative("largest shift of the threshold", reachVolts, "V");
    double[] probability = new double[INTERVALS + 1];
    for (int i = 0; i <= INTERVALS; i++) {
      double p =
          model.probability(
              pulse.from(),
              pulse.voltageVolts() + reachVolts * (2.0 * i / INTERVALS - 1),
              pulse.pulseSeconds(),
              pulse.temperatureKelvin(),
              deviceIndex);
      probability[i] = Require.inRange("switching probability", p, 0, 1, "");
    }
    return new ThresholdResponse(reachVolts, probability);
  }

  /** p(x): the switching probability when the pulse is effectively {@code shiftVolts} higher. */
  public double probability(double shiftVolts) {
    if (reachVolts == 0) {
      return probability[INTERVALS / 2];
    }
    double at = (shiftVolts / reachVolts + 1) * (INTERVALS / 2.0);
    if (at <= 0) {
      return probability[0];
    }
    if (at >= INTERVALS) {
      return probability[INTERVALS];
    }
    int i = (int) at;
    double part = at - i;
    return (1 - part) * probability[i] + part * probability[i + 1];
  }
}
