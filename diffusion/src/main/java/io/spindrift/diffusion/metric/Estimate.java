package io.spindrift.diffusion.metric;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.statistics.WilsonInterval;

/**
 * A value with its interval of 95 %.
 *
 * @param value the estimate
 * @param low lower end, NaN when no interval is known
 * @param high upper end, NaN when no interval is known
 */
public record Estimate(double value, double low, double high) {
  /** Standard deviations to either side that hold 95 % of a normal distribution. */
  public static final double SIGMAS = 1.959963984540054;

  /** Checks that the interval, where there is one, holds the value. */
  public Estimate {
    Require.finite("value", value, "");
    if (Double.isNaN(low) != Double.isNaN(high) || low > value || high < value) {
      throw new IllegalArgumentException(
          "interval must hold " + value + ", but was " + low + " to " + high);
    }
  }

  /** A value without an interval. */
  public static Estimate alone(double value) {
    return new Estimate(value, Double.NaN, Double.NaN);
  }

  /** A value that does not scatter: an interval without width. */
  public static Estimate exact(double value) {
    return new Estimate(value, value, value);
  }

  /** The share counted / trials with Wilson's interval. */
  public static Estimate share(long counted, long trials) {
    WilsonInterval interval = WilsonInterval.of(counted, trials, SIGMAS);
    return new Estimate((double) counted / trials, interval.low(), interval.high());
  }

  /** Whether an interval is known. */
  public boolean hasInterval() {
    return !Double.isNaN(low);
  }

  /**
   * Standard error of a normal law whose interval of 95 % is as wide.
   *
   * @throws IllegalStateException when no interval is known
   */
  public double standardError() {
    if (!hasInterval()) {
      throw new IllegalStateException("a value without an interval has no standard error");
    }
    return (high - low) / (2 * SIGMAS);
  }
}
