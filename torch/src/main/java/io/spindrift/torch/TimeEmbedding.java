package io.spindrift.torch;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Diffusion steps as vectors: sines and cosines of falling frequency, then two dense layers.
 *
 * <p>With t the step and F half the number of waves, wave i is sin(t f_i), wave F + i is cos(t f_i)
 * with f_i = 10000^(-i / F). Source: Vaswani et al. 2017, section 3.5; Ho, Jain and Abbeel 2020.
 *
 * @param waves number of sines and cosines together, even
 * @param width length of the vectors
 */
record TimeEmbedding(Dense first, Dense second, int waves, int width) {
  private static final double LONGEST_PERIOD = 10_000;

  static TimeEmbedding declare(ParameterTable table, String name, int channels) {
    int waves = 2 * channels;
    int width = 4 * channels;
    return new TimeEmbedding(
        Dense.declare(table, name + ".0", waves, width),
        Dense.declare(table, name + ".1", width, width),
        waves,
        width);
  }

  /** Fills {@code target} with the waves of each step, [batch, waves]. */
  void waves(float[] timesteps, int from, int batch, float[] target) {
    int half = waves / 2;
    for (int i = 0; i < half; i++) {
      double frequency = Math.exp(-Math.log(LONGEST_PERIOD) * i / half);
      for (int n = 0; n < batch; n++) {
        double phase = timesteps[from + n] * frequency;
        target[n * waves + i] = (float) Math.sin(phase);
        target[n * waves + half + i] = (float) Math.cos(phase);
      }
    }
  }

  /** Turns waves [batch, waves] into vectors [batch, width], already passed through silu. */
  Tensor apply(Weights weights, Tensor waves) {
    return torch.silu(second.apply(weights, torch.silu(first.apply(weights, waves))));
  }

  long multiplyAccumulates() {
    return first.multiplyAccumulates() + second.multiplyAccumulates();
  }
}
