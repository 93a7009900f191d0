package io.spindrift.diffusion.metric.pairs;

import io.spindrift.diffusion.metric.Estimate;
import io.spindrift.diffusion.metric.FeatureMatrix;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;

/**
 * Precision and recall by k nearest neighbours.
 *
 * <p>f(x, S) = 1 when |x - s| is at most the distance of s to its k-th nearest other image of S,
 * for any s of S; precision is the mean of f(sample, reference images) over the samples, recall the
 * mean of f(reference image, samples) over the reference images. Source: Kynkaanniemi et al.,
 * "Improved precision and recall metric for assessing generative models", NeurIPS 2019, equations 1
 * and 2, which take k = 3 and equally many images of both.
 *
 * <p>The interval is Wilson's, over the images that are tested; the manifold of the other set
 * counts as given, so its own scatter is left out. Both values rise with the number of images that
 * make the manifold: only equal numbers compare.
 */
public final class PrecisionRecallMeasurement {
  /** The k of the source. */
  public static final int NEIGHBOURS = 3;

  /**
   * Measures both.
   *
   * @throws UnusableInput when a set has too few images
   */
  public static PrecisionRecall of(
      FeatureMatrix samples, FeatureMatrix reference, Workers workers, Progress progress) {
    int fewest = Math.min(samples.rows(), reference.rows());
    if (fewest <= NEIGHBOURS) {
      throw new UnusableInput(
          "precision and recall need at least "
              + (NEIGHBOURS + 1)
              + " images in each set, but there are "
              + fewest);
    }
    return new PrecisionRecall(
        share(samples, reference, workers, progress),
        share(reference, samples, workers, progress),
        NEIGHBOURS);
  }

  private static Estimate share(
      FeatureMatrix points, FeatureMatrix centres, Workers workers, Progress progress) {
    double[] radii = NearestNeighbours.radii(centres, NEIGHBOURS, workers, progress);
    long inside = 0;
    for (boolean one : NearestNeighbours.covered(points, centres, radii, workers, progress)) {
      inside += one ? 1 : 0;
    }
    return Estimate.share(inside, points.rows());
  }

  private PrecisionRecallMeasurement() {}
}
