package io.spindrift.diffusion.metric.pairs;

import io.spindrift.diffusion.metric.FeatureMatrix;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import java.util.Arrays;

/**
 * Training images and how near held-out images come to them: the same for every set of samples.
 *
 * @param training features of the images that the generator was trained on
 * @param heldOut distance of every held-out image to its nearest training image; not copied
 */
public record TrainingNeighbours(FeatureMatrix training, double[] heldOut) {
  /** Finds the distances. */
  public static TrainingNeighbours of(
      FeatureMatrix heldOut, FeatureMatrix training, Workers workers, Progress progress) {
    return new TrainingNeighbours(
        training, roots(NearestNeighbours.of(heldOut, training, workers, progress).squared()));
  }

  static double[] roots(double[] squared) {
    return Arrays.stream(squared).map(Math::sqrt).toArray();
  }
}
