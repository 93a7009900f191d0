package io.spindrift.diffusion.metric;

import io.spindrift.diffusion.image.ImageShape;

/** A network that turns images into features. Not thread-safe. */
public interface FeatureExtractor extends AutoCloseable {
  /** Reported name, such as {@code "lenet-mnist"}. */
  String name();

  /** Number of features per image. */
  int features();

  /**
   * Extracts features.
   *
   * @param pixels images [batch, channel, height, width], 0 to 255
   * @param shape shape of one image
   * @param batch number of images
   * @param target receives [batch, features]
   * @throws io.spindrift.numerics.UnusableInput when the network does not accept the shape
   */
  void extract(byte[] pixels, ImageShape shape, int batch, float[] target);

  @Override
  void close();
}
