package io.spindrift.experiment.comparison;

import io.spindrift.numerics.Require;

/**
 * A measured value with its interval of 95 %, which tells how it scatters with other images.
 *
 * @param value the value
 * @param low lower end
 * @param high upper end
 */
public record Estimate(double value, double low, double high) {
  private static final double HALF_WIDTHS = 1.959963984540054; // normal, 95 %

  /** Checks the order. */
  public Estimate {
    Require.finite("value", value, "");
    Require.inRange("low", low, Double.NEGATIVE_INFINITY, value, "");
    Require.inRange("high", high, value, Double.POSITIVE_INFINITY, "");
    Require.finite("low", low, "");
    Require.finite("high", high, "");
  }

  /** A value without an interval. */
  public static Estimate exact(double value) {
    return new Estimate(value, value, value);
  }

  /** Standard error of a normal law whose interval of 95 % is as wide. */
  public double standardError() {
    return (high - low) / (2 * HALF_WIDTHS);
  }
}
