package io.spindrift.diffusion.process;

import io.spindrift.numerics.Require;

/**
 * How noisy an image x = signal x_0 + spread epsilon is, with signal^2 + spread^2 = 1.
 *
 * @param timestep the step of the schedule that has this level; between two steps it is a fraction
 * @param signal factor of the clean image, above 0
 * @param spread standard deviation of the noise
 */
public record NoiseLevel(double timestep, double signal, double spread) {
  /** No noise at all; no step of a schedule has this level. */
  public static final NoiseLevel CLEAN = new NoiseLevel(-1, 1, 0);

  /** Checks the ranges. */
  public NoiseLevel {
    Require.inRange("signal", signal, Double.MIN_NORMAL, 1, "");
    Require.inRange("spread", spread, 0, 1, "");
  }

  /** The level at which noise of standard deviation {@code sigma} lies on an unscaled image. */
  public static NoiseLevel ofSigma(double timestep, double sigma) {
    double length = Math.hypot(1, sigma);
    return new NoiseLevel(timestep, 1 / length, sigma / length);
  }

  /** Standard deviation of the noise on the unscaled image, sigma = spread / signal. */
  public double sigma() {
    return spread / signal;
  }

  /** Half the logarithm of the signal-to-noise ratio, lambda = -log(sigma). */
  public double lambda() {
    return -Math.log(sigma());
  }
}
