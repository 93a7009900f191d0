package io.spindrift.device.variability;

import io.spindrift.numerics.Require;

/**
 * x = mean exp(w z - w^2/2), w^2 = ln(1 + (sigma/mean)^2).
 *
 * <p>Mean and standard deviation are those of x itself, not of its logarithm; the median is mean
 * exp(-w^2/2).
 *
 * @param mean mean of x
 * @param sigma standard deviation of x
 */
public record LognormalLaw(double mean, double sigma) implements ParameterLaw {
  /** Checks both numbers. */
  public LognormalLaw {
    Require.positive("mean", mean, "");
    Require.notNegative("sigma", sigma, "");
  }

  @Override
  public double value(double deviate) {
    double ratio = sigma / mean;
    double square = Math.log1p(ratio * ratio);
    return mean * Math.exp(Math.sqrt(square) * deviate - square / 2);
  }
}
