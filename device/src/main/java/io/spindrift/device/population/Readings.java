package io.spindrift.device.population;

import io.spindrift.numerics.Require;
import java.util.Arrays;

/**
 * One quantity read on every device of a population, with the variance that counting put into each
 * reading.
 *
 * <p>Readings r_i of N devices have the variance s^2 = sigma^2 + c, sigma^2 that between the
 * devices and c the mean counting variance, so sigma^2 is estimated by max(0, s^2 - c). Immutable.
 */
public final class Readings {
  private final double[] sorted;
  private final double[] values;
  private final double countingVariance;
  private final double mean;
  private final double variance;

  /**
   * The readings of a population.
   *
   * @param values one a device
   * @param countingVariances their counting variances; zeros where nothing was counted
   * @throws IllegalArgumentException for no devices at all, or a reading that is no number
   */
  public Readings(double[] values, double[] countingVariances) {
    Require.atLeast("devices", values.length, 1);
    for (double value : values) {
      Require.finite("reading", value, "");
    }
    this.values = values.clone();
    this.sorted = values.clone();
    Arrays.sort(sorted);
    this.countingVariance = Arrays.stream(countingVariances).average().orElseThrow();
    this.mean = Arrays.stream(values).average().orElseThrow();
    this.variance = moment(2) * values.length / Math.max(1, values.length - 1);
  }

  /** Number of devices. */
  public int devices() {
    return values.length;
  }

  /** Mean over the devices. */
  public double mean() {
    return mean;
  }

  /** Standard error of the mean: s/sqrt(N). */
  public double meanError() {
    return Math.sqrt(variance / values.length);
  }

  /** Standard deviation s of the readings, counting noise included. */
  public double readSigma() {
    return Math.sqrt(variance);
  }

  /** Standard deviation that counting alone would give. */
  public double countingSigma() {
    return Math.sqrt(countingVariance);
  }

  /** Standard deviation sigma between devices; zero where counting explains everything. */
  public double sigma() {
    return Math.sqrt(Math.max(0, variance - countingVariance));
  }

  /**
   * Standard error of sigma from the fourth moment: Var(s^2) = (m4 - s^4 (N - 3)/(N - 1))/N.
   *
   * <p>Where sigma is not resolved it is the sigma that would just be noticed.
   */
  public double sigmaError() {
    int n = values.length;
    if (n < 4) {
      return readSigma();
    }
    double spread = (moment(4) - variance * variance * (n - 3.0) / (n - 1)) / n;
    double error = Math.sqrt(Math.max(0, spread));
    double square = variance - countingVariance;
    return square > error ? error / (2 * Math.sqrt(square)) : Math.sqrt(error);
  }

  /** The reading below which a share of the devices lies, interpolated between neighbours. */
  public double quantile(double share) {
    Require.inRange("share", share, 0, 1, "");
    double at = share * (sorted.length - 1);
    int below = (int) Math.floor(at);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  /** The readings in the order of the devices. */
  public double[] values() {
    return values.clone();
  }

  /**
   * The readings drawn towards their mean by sigma/s, so that their variance is that between
   * devices. A correction of the second moment, not of the shape.
   */
  public double[] withoutCounting() {
    double scale = variance > 0 ? sigma() / readSigma() : 0;
    return Arrays.stream(values).map(value -> mean + scale * (value - mean)).toArray();
  }

  /** How many devices read what. */
  public Histogram histogram() {
    return Histogram.of(sorted);
  }

  /** How many devices read what, in bins of a given width, so that two can be compared. */
  public Histogram histogram(double width) {
    return Histogram.of(sorted, Require.positive("width", width, ""));
  }

  private double moment(int power) {
    double sum = 0;
    for (double value : values) {
      sum += Math.pow(value - mean, power) / values.length;
    }
    return sum;
  }
}
