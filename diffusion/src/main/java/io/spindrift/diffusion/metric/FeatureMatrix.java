package io.spindrift.diffusion.metric;

import io.spindrift.numerics.NumericalFailure;
import io.spindrift.numerics.Require;

/**
 * The features of several images, for metrics that look at pairs of images.
 *
 * @param rows number of images
 * @param features number of features of an image
 * @param values features [image, feature], row-major, all finite; not copied
 */
public record FeatureMatrix(int rows, int features, float[] values) {
  /**
   * Checks the shape and the values.
   *
   * @throws NumericalFailure when a feature is not finite
   */
  public FeatureMatrix {
    Require.atLeast("number of images", rows, 1);
    Require.atLeast("number of features", features, 1);
    if (values.length != (long) rows * features) {
      throw new IllegalArgumentException(
          "values must be " + (long) rows * features + ", but were " + values.length);
    }
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new NumericalFailure(
            "feature "
                + i % features
                + " of image "
                + i / features
                + " must be finite, but was "
                + values[i]);
      }
    }
  }

  /** The images with the given numbers, in that order. */
  public FeatureMatrix select(int[] images) {
    float[] chosen = new float[Math.multiplyExact(images.length, features)];
    for (int i = 0; i < images.length; i++) {
      System.arraycopy(values, images[i] * features, chosen, i * features, features);
    }
    return new FeatureMatrix(images.length, features, chosen);
  }
}
