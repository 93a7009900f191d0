package io.spindrift.entropy.conditioning;

/**
 * How P(1) of a coin follows the quantity that a controller sets: volts or seconds of its pulse.
 */
@FunctionalInterface
public interface PulseResponse {
  /** P(1) at one value of the control, in [0, 1]. */
  double probability(double control);

  /**
   * A straight line through one half, held in [0, 1].
   *
   * @param centre control at which P = 1/2
   * @param slope change of P per unit of the control
   */
  static PulseResponse linear(double centre, double slope) {
    return control -> Math.clamp(0.5 + slope * (control - centre), 0, 1);
  }

  /**
   * A logistic step 1/(1 + exp(-4 slope (control - centre))).
   *
   * @param centre control at which P = 1/2
   * @param slope change of P per unit of the control there
   */
  static PulseResponse logistic(double centre, double slope) {
    return control -> 1 / (1 + Math.exp(-4 * slope * (control - centre)));
  }
}
