package io.spindrift.diffusion;

/**
 * Noise for images, whatever it is made of. Safe to use from any thread.
 *
 * <p>A block belongs to one (purpose, image, step) and to nothing else, so that image k receives
 * the same noise for any batch size and thread count.
 */
public interface NoiseSource {
  /** What the noise is, in a few words, for reports. */
  String name();

  /**
   * Fills {@code target[offset .. offset + length)} with standard-normal noise.
   *
   * @param purpose what the noise is for, such as {@code "training"} or {@code "sampling"}
   * @param image index of the image
   * @param step index of the training step or of the sampling step
   */
  void fill(String purpose, long image, long step, float[] target, int offset, int length);
}
