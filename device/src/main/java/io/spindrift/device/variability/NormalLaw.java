package io.spindrift.device.variability;

import io.spindrift.numerics.Require;

/**
 * x = mean + sigma z.
 *
 * @param mean mean
 * @param sigma standard deviation
 */
public record NormalLaw(double mean, double sigma) implements ParameterLaw {
  /** Checks both numbers. */
  public NormalLaw {
    Require.finite("mean", mean, "");
    Require.notNegative("sigma", sigma, "");
  }

  @Override
  public double value(double deviate) {
    return mean + sigma * deviate;
  }
}
