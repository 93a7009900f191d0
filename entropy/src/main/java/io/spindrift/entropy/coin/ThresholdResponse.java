package io.spindrift.entropy.coin;

import io.spindrift.device.SwitchingModel;
import io.spindrift.numerics.Require;
import java.util.function.DoubleUnaryOperator;

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
    return of(
        shift ->
            model.probability(
                pulse.from(),
                pulse.voltageVolts() + shift,
                pulse.pulseSeconds(),
                pulse.temperatureKelvin(),
                deviceIndex),
        reachVolts);
  }

  /** Asks a function of the shift in volts for shifts in [-reach, reach]. */
  public static ThresholdResponse of(DoubleUnaryOperator response, double reachVolts) {
    Require.notNegative("largest shift of the threshold", reachVolts, "V");
    double[] probability = new double[INTERVALS + 1];
    for (int i = 0; i <= INTERVALS; i++) {
      double p = response.applyAsDouble(reachVolts * (2.0 * i / INTERVALS - 1));
      probability[i] = Require.inRange("switching probability", p, 0, 1, "");
    }
    return new ThresholdResponse(reachVolts, probability);
  }

  /**
   * A logistic response that is known by its value and slope at rest, p(x) = 1/(1 + exp(-k x) (1 -
   * p)/p) with k = slope / (p (1 - p)).
   *
   * @param probability p(0), between 0 and 1, both excluded
   * @param slopePerVolt dp/dx at 0
   * @param reachVolts largest shift, in volts
   */
  public static ThresholdResponse logistic(
      double probability, double slopePerVolt, double reachVolts) {
    double against = 1 - probability;
    Require.positive("probability at rest", probability, "");
    Require.positive("one minus the probability at rest", against, "");
    Require.finite("slope of the probability", slopePerVolt, "1/V");
    double steepness = slopePerVolt / (probability * against);
    return of(x -> 1 / (1 + StrictMath.exp(-steepness * x) * against / probability), reachVolts);
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
