package io.spindrift.diffusion.metric.pairs;

import io.spindrift.diffusion.metric.Estimate;
import io.spindrift.diffusion.metric.FeatureMatrix;
import io.spindrift.diffusion.metric.Replicates;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.Arrays;

/**
 * The kernel distance of two image sets: the squared maximum mean discrepancy of their features.
 *
 * <p>KID = sum_{i != j} k(x_i, x_j) / m(m - 1) + sum_{i != j} k(y_i, y_j) / n(n - 1) - 2 sum_{i, j}
 * k(x_i, y_j) / mn, with k(x, y) = (x y / d + 1)^3, m and n images, d features. Its expectation
 * does not depend on m and n; it may be negative. Source: Binkowski et al., "Demystifying MMD
 * GANs", ICLR 2018, section 4 and equation 4; the estimate is that of Gretton et al., J. Mach.
 * Learn. Res. 13 (2012) 723, lemma 6.
 *
 * <p>Two readings are given. The complete one takes all pairs and has least scatter. The mean over
 * random subsets of equally many images, each without repetition, is what is usually published; it
 * tends to the complete one with the number of subsets. Its deviation tells of the size of a subset
 * and is no error of the mean.
 *
 * <p>The interval is that of {@link io.spindrift.diffusion.metric.FrechetInterval}: replicates take
 * a random half of up to 100 groups of images of either set. For sets of one distribution, where
 * the estimate is quadratic in the error, it is up to 1.7 times too wide.
 */
public final class KernelDistanceMeasurement {
  /** Subsets of the usual publication. */
  public static final int SUBSETS = 100;

  /** Images of either set in a subset of the usual publication. */
  public static final int SUBSET_SIZE = 1000;

  /** Images of either set that an interval needs. */
  public static final int FEWEST = 4;

  /**
   * Measures the distance.
   *
   * @param key decides groups, replicates and subsets
   * @param subsets number of subsets
   * @param subsetSize images of either set in a subset; smaller sets take all they have
   * @throws UnusableInput when a set has fewer than four images
   */
  public static KernelDistance of(
      FeatureMatrix a,
      FeatureMatrix b,
      StreamKey key,
      int subsets,
      int subsetSize,
      Workers workers,
      Progress progress) {
    Require.inRange("subsets", subsets, 1, 100_000);
    Require.atLeast("images of a subset", subsetSize, 2);
    int fewest = Math.min(a.rows(), b.rows());
    if (fewest < FEWEST) {
      throw new UnusableInput(
          "KID needs at least " + FEWEST + " images in each set, but there are " + fewest);
    }
    KernelGroups groups =
        new KernelGroups(a, b, key.purpose("metric/kid/groups"), workers, progress);
    StreamKey halves = key.purpose("metric/kid/halves");
    Estimate complete =
        Replicates.around(groups.complete(), r -> groups.half(halves.at(r)), workers);
    int size = Math.min(subsetSize, fewest);
    double[] values = new double[subsets];
    StreamKey draws = key.purpose("metric/kid/subsets");
    workers.forEach(
        subsets,
        s -> {
          progress.checkStopped();
          values[s] = ofSubset(a, b, size, draws.at(s));
        });
    double mean = Arrays.stream(values).sum() / subsets;
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return new KernelDistance(complete, subsets, size, mean, Math.sqrt(squares / subsets));
  }

  private static double ofSubset(FeatureMatrix a, FeatureMatrix b, int size, StreamKey draw) {
    FeatureMatrix x = a.select(KernelGroups.order(a.rows(), size, draw.at(0).open()));
    FeatureMatrix y = b.select(KernelGroups.order(b.rows(), size, draw.at(1).open()));
    double n = size;
    return (mean(x, x) + mean(y, y)) * n / (n - 1) - 2 * mean(x, y);
  }

  /** Sum of the kernel over pairs, divided by the number of all pairs. */
  private static double mean(FeatureMatrix x, FeatureMatrix y) {
    double sum = 0;
    for (double row : new KernelSums(x, y, new int[] {y.rows()}).alone()) {
      sum += row;
    }
    return sum / ((double) x.rows() * y.rows());
  }

  private KernelDistanceMeasurement() {}
}
