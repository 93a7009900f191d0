package io.spindrift.diffusion.metric.quality;

import io.spindrift.diffusion.metric.FeatureMatrix;
import io.spindrift.diffusion.metric.FeatureSums;
import org.jspecify.annotations.Nullable;

/**
 * An image set as a feature network sees it.
 *
 * @param name what the set is
 * @param features features of every image
 * @param sums their sums by groups
 * @param labels class of every image, -1 for one without; not copied
 * @param predicted class that the network takes every image for, null when it is no classifier; not
 *     copied
 */
public record CollectedImages(
    String name,
    FeatureMatrix features,
    FeatureSums sums,
    int[] labels,
    int @Nullable [] predicted) {
  /** Number of images. */
  public int count() {
    return labels.length;
  }

  /** Whether every image has a class. */
  boolean isLabelled() {
    for (int label : labels) {
      if (label < 0) {
        return false;
      }
    }
    return true;
  }
}
