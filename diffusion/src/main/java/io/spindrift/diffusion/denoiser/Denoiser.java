package io.spindrift.diffusion.denoiser;

/**
 * A network that was trained on noisy images. Not thread-safe; it uses all its threads itself.
 *
 * <p>What its output means, noise, clean image or a mixture of both, is decided by what it was
 * trained for.
 */
public interface Denoiser extends AutoCloseable {
  /** The label of an image whose class is unknown or left out. */
  int NO_CLASS = -1;

  /**
   * The raw output for a batch.
   *
   * @param noisy images [batch, channel, height, width], about unit variance
   * @param timesteps diffusion step of each image, [batch], 0 the least noisy; values between whole
   *     steps are allowed
   * @param labels class of each image, [batch], {@link #NO_CLASS} for none; a network without
   *     classes does not look at them
   * @param batch number of images
   * @param predicted receives the output, [batch, channel, height, width]
   */
  void predict(float[] noisy, float[] timesteps, int[] labels, int batch, float[] predicted);

  @Override
  void close();
}
