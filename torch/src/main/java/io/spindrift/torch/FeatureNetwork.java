package io.spindrift.torch;

import io.spindrift.diffusion.image.ImageShape;
import org.bytedeco.pytorch.Tensor;

/** A classifier whose last hidden layer serves as features. */
interface FeatureNetwork extends AutoCloseable {
  /** Number of features per image. */
  int features();

  /** Number of classes that it tells apart. */
  int classes();

  /**
   * Returns when the network accepts images of this shape.
   *
   * @throws io.spindrift.numerics.UnusableInput otherwise
   */
  void requireAccepted(ImageShape shape);

  /** Features [batch, features] of pixels [batch, channel, height, width] from 0 to 255. */
  Tensor features(Tensor pixels);

  /** Score of every class [batch, classes] from features. */
  Tensor classes(Tensor features);

  @Override
  void close();
}
