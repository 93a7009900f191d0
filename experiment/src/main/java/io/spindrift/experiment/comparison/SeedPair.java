package io.spindrift.experiment.comparison;

import io.spindrift.diffusion.metric.Estimate;

/**
 * One metric of two trainings that differ in nothing but their noise.
 *
 * @param seed root of the chance of both
 * @param hardware the metric with hardware noise
 * @param software the metric with software noise
 */
public record SeedPair(long seed, Estimate hardware, Estimate software) {
  /** Hardware minus software. */
  public double difference() {
    return hardware.value() - software.value();
  }

  /**
   * The difference with the interval of 95 % that comes from the finite number of images alone.
   *
   * <p>Both errors are taken as independent. They share the held-out images, which makes them
   * alike, so that the interval is rather too wide.
   */
  public Estimate sampled() {
    double low = Math.hypot(hardware.value() - hardware.low(), software.high() - software.value());
    double high = Math.hypot(hardware.high() - hardware.value(), software.value() - software.low());
    return new Estimate(difference(), difference() - low, difference() + high);
  }
}
