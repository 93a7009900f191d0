package io.spindrift.diffusion.denoiser;

/**
 * A network that predicts the noise in an image. Not thread-safe; it uses all its threads itself.
 */
public interface Denoiser extends AutoCloseable {
  /**
   * Predicts the noise epsilon of a batch.
   *
   * @param noisy images [batch, channel, height, width], about unit variance
   * @param timesteps diffusion step of each image, [batch], 0 the least noisy
   * @param batch number of images
   * @param predicted receives the noise, [batch, channel, height, width]
   */
  void predictNoise(float[] noisy, int[] timesteps, int batch, float[] predicted);

  @Override
  void close();
}
