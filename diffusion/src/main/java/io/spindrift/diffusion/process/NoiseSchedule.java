package io.spindrift.diffusion.process;

import io.spindrift.numerics.Require;

/**
 * How fast noise replaces the image: beta_t for t = 0 (least noisy) to steps - 1.
 *
 * <p>alphaBar_t is the product of (1 - beta_s) over s from 0 to t; an image after step t is {@code
 * sqrt(alphaBar) x_0 + sqrt(1 - alphaBar) epsilon}.
 */
public final class NoiseSchedule {
  private static final double COSINE_OFFSET = 0.008;
  private static final double LARGEST_BETA = 0.999;

  private final double[] betas;
  private final double[] alphaBars;

  private NoiseSchedule(double[] betas, double[] alphaBars) {
    this.betas = betas;
    this.alphaBars = alphaBars;
  }

  /**
   * The cosine schedule, beta_t = min(1 - f(t + 1) / f(t), 0.999) with f(t) = cos^2((t / T + s) /
   * (1 + s) pi / 2) and s = 0.008.
   *
   * <p>Source: Nichol and Dhariwal, "Improved denoising diffusion probabilistic models", ICML 2021,
   * equation 17.
   */
  public static NoiseSchedule cosine(int steps) {
    double[] betas = new double[Require.inRange("diffusion steps", steps, 1, 100_000)];
    for (int t = 0; t < steps; t++) {
      double ratio = cosineLevel((t + 1.0) / steps) / cosineLevel((double) t / steps);
      betas[t] = Math.min(1 - ratio, LARGEST_BETA);
    }
    return ofBetas(betas);
  }

  private static double cosineLevel(double part) {
    double c = StrictMath.cos((part + COSINE_OFFSET) / (1 + COSINE_OFFSET) * Math.PI / 2);
    return c * c;
  }

  /**
   * The linear schedule, beta from 0.0001 to 0.02 for 1000 steps; for other numbers of steps both
   * ends are scaled by 1000 / steps, so that the last image is about as noisy.
   *
   * <p>Source: Ho, Jain, Abbeel, "Denoising diffusion probabilistic models", NeurIPS 2020, section
   * 4; scaling as in Nichol and Dhariwal's published code. Betas are held below 0.999.
   */
  public static NoiseSchedule linear(int steps) {
    double[] betas = new double[Require.inRange("diffusion steps", steps, 1, 100_000)];
    double scale = 1000.0 / steps;
    for (int t = 0; t < steps; t++) {
      double part = steps == 1 ? 0 : (double) t / (steps - 1);
      betas[t] = Math.min(scale * (1e-4 + part * (0.02 - 1e-4)), LARGEST_BETA);
    }
    return ofBetas(betas);
  }

  /** The schedule of given betas, each in (0, 1). */
  public static NoiseSchedule ofBetas(double... betas) {
    Require.atLeast("diffusion steps", betas.length, 1);
    double[] alphaBars = new double[betas.length];
    double product = 1;
    for (int t = 0; t < betas.length; t++) {
      Require.inRange("beta of step " + t, betas[t], Double.MIN_NORMAL, 1 - 1e-12, "");
      product *= 1 - betas[t];
      alphaBars[t] = product;
    }
    return new NoiseSchedule(betas.clone(), alphaBars);
  }

  /** Number of steps T. */
  public int steps() {
    return betas.length;
  }

  /** Variance beta_t that step t adds. */
  public double beta(int t) {
    return betas[t];
  }

  /** Remaining signal power alphaBar_t. */
  public double alphaBar(int t) {
    return alphaBars[t];
  }

  /** Remaining signal power before step t: alphaBar_{t-1}, and 1 for t = 0. */
  public double alphaBarBefore(int t) {
    return t == 0 ? 1 : alphaBars[t - 1];
  }

  /** Factor sqrt(alphaBar_t) of the image after step t. */
  public double signal(int t) {
    return Math.sqrt(alphaBars[t]);
  }

  /** Factor sqrt(1 - alphaBar_t) of the noise after step t. */
  public double spread(int t) {
    return Math.sqrt(1 - alphaBars[t]);
  }

  /**
   * The same process seen at {@code count} of its steps, evenly spaced from the first to the last.
   *
   * <p>Source: Nichol and Dhariwal, ICML 2021, section 4.
   */
  public RespacedSchedule respaced(int count) {
    Require.inRange("sampling steps", count, 1, steps());
    int[] timesteps = new int[count];
    double[] betas = new double[count];
    double[] levels = new double[count];
    for (int i = 0; i < count; i++) {
      // A single step starts from the noisiest image.
      timesteps[i] =
          count == 1 ? steps() - 1 : (int) Math.round(i * (steps() - 1.0) / (count - 1.0));
      levels[i] = alphaBars[timesteps[i]];
      betas[i] = 1 - levels[i] / (i == 0 ? 1 : levels[i - 1]);
    }
    return new RespacedSchedule(timesteps, new NoiseSchedule(betas, levels));
  }
}
