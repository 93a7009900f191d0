package io.spindrift.diffusion.metric;

import io.spindrift.diffusion.image.ImageShape;

/** A feature network that also says which class an image belongs to. */
public interface ImageClassifier extends FeatureExtractor {
  /** Number of classes. */
  int classes();

  /**
   * Extracts features and scores in one pass.
   *
   * @param pixels images [batch, channel, height, width], 0 to 255
   * @param shape shape of one image
   * @param batch number of images
   * @param features receives [batch, features]
   * @param scores receives [batch, classes]; the predicted class has the largest score
   * @throws io.spindrift.numerics.UnusableInput when the network does not accept the shape
   */
  void classify(byte[] pixels, ImageShape shape, int batch, float[] features, float[] scores);
}
