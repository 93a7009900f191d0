package io.spindrift.diffusion.metric.pairs;

import io.spindrift.diffusion.metric.Estimate;
import io.spindrift.diffusion.metric.FeatureMatrix;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import java.util.Arrays;

/**
 * Whether samples lie nearer to the training images than held-out images do.
 *
 * <p>With d_i the distance of sample i to its nearest training image and h_j that of held-out image
 * j to its own: nearer = mean over i and j of [d_i < h_j] + [d_i = h_j] / 2. The score is the
 * Mann-Whitney one of the distances, z = (U - mn/2) / sqrt(mn(m + n + 1) / 12) with U = mn (1 -
 * nearer) for m samples and n held-out images. Source: Meehan, Chaudhuri and Dasgupta, "A
 * non-parametric test to detect data-copying in generative models", AISTATS 2020, here over the
 * whole space, without its division into cells.
 *
 * <p>The interval is DeLong's: the variance over the placements of samples among held-out images,
 * divided by m, and the other way round, divided by n. DeLong, DeLong and Clarke-Pearson,
 * Biometrics 44 (1988) 837. It has no width where all samples are nearer than every held-out image.
 */
public final class MemorisationCheck {
  /** Samples, and held-out images, that the check needs. */
  public static final int FEWEST = 2;

  /**
   * Checks samples, in any space: features, or pixels.
   *
   * @throws UnusableInput when there are fewer than two samples or held-out images
   */
  public static Memorisation of(
      FeatureMatrix samples, TrainingNeighbours reference, Workers workers, Progress progress) {
    int fewest = Math.min(samples.rows(), reference.heldOut().length);
    if (fewest < FEWEST) {
      throw new UnusableInput(
          "the memorisation check needs at least "
              + FEWEST
              + " samples and held-out images, but there are "
              + fewest);
    }
    NearestNeighbours near = NearestNeighbours.of(samples, reference.training(), workers, progress);
    double[] ofSamples = TrainingNeighbours.roots(near.squared());
    int closest = 0;
    for (int i = 1; i < ofSamples.length; i++) {
      closest = ofSamples[i] < ofSamples[closest] ? i : closest;
    }
    return of(ofSamples, reference.heldOut(), closest, near.index()[closest]);
  }

  private static Memorisation of(
      double[] samples, double[] heldOut, int closest, int closestTraining) {
    double[] sorted = samples.clone();
    Arrays.sort(sorted);
    double[] heldOutSorted = heldOut.clone();
    Arrays.sort(heldOutSorted);
    double[] above = new double[sorted.length];
    for (int i = 0; i < above.length; i++) {
      above[i] = 1 - place(heldOutSorted, sorted[i]);
    }
    double[] below = new double[heldOutSorted.length];
    for (int j = 0; j < below.length; j++) {
      below[j] = place(sorted, heldOutSorted[j]);
    }
    double nearer = mean(above);
    double m = sorted.length;
    double n = heldOutSorted.length;
    double error = Math.sqrt(variance(above) / m + variance(below) / n);
    double score = m * n * (0.5 - nearer) / Math.sqrt(m * n * (m + n + 1) / 12);
    int beforeAll = firstAtLeast(sorted, heldOutSorted[0]);
    return new Memorisation(
        new Estimate(
            nearer,
            Math.max(nearer - Estimate.SIGMAS * error, 0),
            Math.min(nearer + Estimate.SIGMAS * error, 1)),
        score,
        Estimate.share(beforeAll, sorted.length),
        median(sorted),
        median(heldOutSorted),
        closest,
        closestTraining,
        samples[closest]);
  }

  /** Share of values below {@code x}, equal ones counted half. */
  private static double place(double[] sorted, double x) {
    int below = firstAtLeast(sorted, x);
    int notAbove = firstAtLeast(sorted, Math.nextUp(x));
    return (below + 0.5 * (notAbove - below)) / sorted.length;
  }

  private static int firstAtLeast(double[] sorted, double x) {
    int from = 0;
    int to = sorted.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (sorted[middle] < x) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum / (values.length - 1);
  }

  private static double median(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : 0.5 * (sorted[half - 1] + sorted[half]);
  }

  private MemorisationCheck() {}
}
