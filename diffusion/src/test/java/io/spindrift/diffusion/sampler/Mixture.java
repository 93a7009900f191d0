package io.spindrift.diffusion.sampler;

import io.spindrift.diffusion.denoiser.Denoiser;
import io.spindrift.diffusion.process.NoiseLevel;
import io.spindrift.diffusion.process.NoiseSchedule;
import io.spindrift.diffusion.process.Target;
import io.spindrift.testkit.NormalDistribution;

/**
 * Independent values from a mixture of Gaussians, and the best denoiser for them, E[x_0 | x].
 *
 * <p>Given part i, x is N(signal m_i, signal^2 s_i^2 + spread^2), and x_0 given x and i has the
 * mean m_i + signal s_i^2 / (signal^2 s_i^2 + spread^2) (x - signal m_i).
 */
record Mixture(double[] weights, double[] means, double[] deviations) {
  /** Two humps of unlike weight and width, together of about unit variance. */
  static final Mixture TWO_HUMPS =
      new Mixture(new double[] {0.3, 0.7}, new double[] {-1.3, 0.7}, new double[] {0.25, 0.4});

  /** E[x_0 | x] at a noise level. */
  double clean(double x, NoiseLevel level) {
    double signal = level.signal();
    double noise = level.spread() * level.spread();
    double total = 0;
    double sum = 0;
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < weights.length; i++) {
      nearest = Math.min(nearest, distance(x, level, i));
    }
    for (int i = 0; i < weights.length; i++) {
      double own = deviations[i] * deviations[i];
      double variance = signal * signal * own + noise;
      double share =
          weights[i] / Math.sqrt(variance) * Math.exp((nearest - distance(x, level, i)) / 2);
      total += share;
      sum += share * (means[i] + signal * own / variance * (x - signal * means[i]));
    }
    return sum / total;
  }

  private double distance(double x, NoiseLevel level, int i) {
    double off = x - level.signal() * means[i];
    double spread = level.signal() * deviations[i];
    return off * off / (spread * spread + level.spread() * level.spread());
  }

  /** P(x_0 <= x). */
  double distributionFunction(double x) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * NormalDistribution.cumulative((x - means[i]) / deviations[i]);
    }
    return sum;
  }

  /** The denoiser, answering as a target asks. */
  Denoiser denoiser(NoiseSchedule schedule, Target target) {
    return new Denoiser() {
      @Override
      public void predict(
          float[] noisy, float[] timesteps, int[] labels, int batch, float[] predicted) {
        int size = noisy.length / batch;
        for (int i = 0; i < noisy.length; i++) {
          NoiseLevel level = schedule.levelAt(timesteps[i / size]);
          double clean = clean(noisy[i], level);
          double noise = (noisy[i] - level.signal() * clean) / level.spread();
          predicted[i] = (float) target.of(clean, noise, level.signal(), level.spread());
        }
      }

      @Override
      public void close() {}
    };
  }
}
