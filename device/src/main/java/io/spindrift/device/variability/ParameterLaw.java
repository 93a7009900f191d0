package io.spindrift.device.variability;

import io.spindrift.device.spec.ParameterSpread;

/** The law of one parameter: turns a standard normal deviate into a value, rising with it. */
public sealed interface ParameterLaw permits NormalLaw, LognormalLaw, TruncatedNormalLaw {
  /**
   * The law of a parameter about a device's own value.
   *
   * @param spread the declaration
   * @param own the device's own value in SI
   */
  static ParameterLaw of(ParameterSpread spread, double own) {
    double sigma = spread.sigma(own);
    if (sigma == 0) {
      return new NormalLaw(own, 0);
    }
    return switch (spread.law()) {
      case NORMAL -> new NormalLaw(own, sigma);
      case LOGNORMAL -> new LognormalLaw(own, sigma);
      case TRUNCATED_NORMAL ->
          new TruncatedNormalLaw(own, sigma, spread.lowest(own), spread.highest(own));
    };
  }

  /** The value whose probability of being exceeded is that of the deviate. */
  double value(double deviate);

  /** Mean of the values. */
  double mean();

  /** Standard deviation of the values. */
  double sigma();
}
