package io.spindrift.diffusion.sampler;

import io.spindrift.diffusion.denoiser.Denoiser;
import io.spindrift.diffusion.process.NoiseSchedule;

/**
 * The best denoiser there is for independent values from N(mean, deviation^2): E[epsilon | x_t].
 */
record GaussianDenoiser(NoiseSchedule schedule, double mean, double deviation) implements Denoiser {
  @Override
  public void predict(
      float[] noisy, float[] timesteps, int[] labels, int batch, float[] predicted) {
    int size = noisy.length / batch;
    for (int i = 0; i < noisy.length; i++) {
      int t = (int) timesteps[i / size];
      predicted[i] = (float) ((noisy[i] - schedule.signal(t) * mean) * gain(t));
    }
  }

  /** Slope of the predicted noise over the noisy value. */
  double gain(int t) {
    double signal = schedule.signal(t) * deviation;
    return schedule.spread(t) / (signal * signal + 1 - schedule.alphaBar(t));
  }

  @Override
  public void close() {}
}
