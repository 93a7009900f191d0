package io.spindrift.diffusion.image;

/** Images of one shape, read by index. Safe to use from any thread. */
public interface ImageSet {
  /** What the set is, for reports, such as {@code "MNIST-format idx, 60000 images"}. */
  String name();

  /** Shape of every image. */
  ImageShape shape();

  /** Number of images; an endless set answers {@link Integer#MAX_VALUE}. */
  int count();

  /** Number of classes, 0 when the set has no labels. */
  int classes();

  /** Class of an image in [0, classes), or -1 when the set has no labels. */
  int label(int index);

  /**
   * Writes the image's pixels, 0 to 255, to {@code target[offset .. offset + shape().size())}.
   *
   * @throws IndexOutOfBoundsException when there is no such image
   */
  void read(int index, byte[] target, int offset);
}
