package io.spindrift.diffusion.process;

import io.spindrift.numerics.Require;

/**
 * The forward process that adds Gaussian noise, in closed form.
 *
 * <p>Marginal: q(x_t | x_0) = N(sqrt(alphaBar_t) x_0, 1 - alphaBar_t). Posterior: q(x_{t-1} | x_t,
 * x_0) of Ho, Jain, Abbeel, NeurIPS 2020, equations 4 to 7.
 *
 * @param schedule how fast noise replaces the image
 */
public record GaussianDiffusion(NoiseSchedule schedule) {
  /**
   * The law of x_{t-1} when x_t and x_0 are known: N(cleanWeight x_0 + noisyWeight x_t, variance).
   *
   * @param cleanWeight weight of x_0
   * @param noisyWeight weight of x_t
   * @param variance beta-tilde_t, 0 for t = 0
   */
  public record Posterior(double cleanWeight, double noisyWeight, double variance) {}

  /** Writes {@code noisy = sqrt(alphaBar_t) clean + sqrt(1 - alphaBar_t) noise}, element-wise. */
  public void addNoise(float[] clean, float[] noise, float[] noisy, int offset, int length, int t) {
    float signal = (float) schedule.signal(t);
    float spread = (float) schedule.spread(t);
    for (int i = offset; i < offset + length; i++) {
      noisy[i] = signal * clean[i] + spread * noise[i];
    }
  }

  /** The posterior of step t. */
  public Posterior posterior(int t) {
    Require.inRange("t", t, 0, schedule.steps() - 1);
    if (t == 0) {
      return new Posterior(1, 0, 0);
    }
    double beta = schedule.beta(t);
    double before = schedule.alphaBarBefore(t);
    double noisePower = 1 - schedule.alphaBar(t);
    return new Posterior(
        Math.sqrt(before) * beta / noisePower,
        Math.sqrt(schedule.alphaBar(t) / before) * (1 - before) / noisePower,
        beta * (1 - before) / noisePower);
  }
}
