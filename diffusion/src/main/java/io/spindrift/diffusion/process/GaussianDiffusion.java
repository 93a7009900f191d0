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
    return posterior(schedule.level(t), t == 0 ? NoiseLevel.CLEAN : schedule.level(t - 1));
  }

  /**
   * The posterior of a less noisy level, given an image at a noisier one and x_0.
   *
   * <p>The equations of one step with 1 - beta = (signal / signal')^2.
   */
  public static Posterior posterior(NoiseLevel noisier, NoiseLevel cleaner) {
    if (cleaner.spread() == 0) {
      return new Posterior(1, 0, 0);
    }
    double kept = noisier.signal() / cleaner.signal();
    double noisePower = noisier.spread() * noisier.spread();
    double before = cleaner.spread() * cleaner.spread();
    double beta = noisePower - kept * kept * before;
    return new Posterior(
        cleaner.signal() * beta / noisePower,
        kept * before / noisePower,
        Math.max(beta, 0) * before / noisePower);
  }
}
