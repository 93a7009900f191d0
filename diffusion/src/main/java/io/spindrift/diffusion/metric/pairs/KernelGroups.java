package io.spindrift.diffusion.metric.pairs;

import io.spindrift.diffusion.metric.FeatureMatrix;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.util.Arrays;

/**
 * Kernel sums between random groups of images of two sets, from which the kernel distance of any
 * union of groups follows without looking at the images again.
 */
final class KernelGroups {
  private static final int MOST = 100;

  private final int[] endsA;
  private final int[] endsB;
  private final double[][] withinA;
  private final double[][] withinB;
  private final double[][] between;

  KernelGroups(
      FeatureMatrix a, FeatureMatrix b, StreamKey key, Workers workers, Progress progress) {
    FeatureMatrix first = a.select(order(a.rows(), a.rows(), key.at(0).open()));
    FeatureMatrix second = b.select(order(b.rows(), b.rows(), key.at(1).open()));
    endsA = ends(a.rows());
    endsB = ends(b.rows());
    withinA = byGroup(new KernelSums(first, first, endsA).shared(workers, progress), endsA, endsA);
    withinB =
        byGroup(new KernelSums(second, second, endsB).shared(workers, progress), endsB, endsB);
    between = byGroup(new KernelSums(first, second, endsB).shared(workers, progress), endsA, endsB);
  }

  /** Some of the numbers below {@code count} in random order, each at most once. */
  static int[] order(int count, int taken, RandomStream random) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    for (int i = 0; i < taken; i++) {
      int other = i + random.nextInt(count - i);
      int swapped = order[i];
      order[i] = order[other];
      order[other] = swapped;
    }
    return Arrays.copyOf(order, taken);
  }

  private static int[] ends(int rows) {
    int groups = Math.min(MOST, rows);
    int[] ends = new int[groups];
    for (int g = 0; g < groups; g++) {
      ends[g] = (int) ((g + 1L) * rows / groups);
    }
    return ends;
  }

  private static double[][] byGroup(double[] rows, int[] endsA, int[] endsB) {
    double[][] sums = new double[endsA.length][endsB.length];
    int group = 0;
    for (int row = 0; row < endsA[endsA.length - 1]; row++) {
      group += row >= endsA[group] ? 1 : 0;
      for (int g = 0; g < endsB.length; g++) {
        sums[group][g] += rows[row * endsB.length + g];
      }
    }
    return sums;
  }

  /** The distance over all images. */
  double complete() {
    return distance(all(endsA.length), all(endsB.length));
  }

  /** The distance over a random half of the groups of either set. */
  double half(StreamKey replicate) {
    int[] a = order(endsA.length, (endsA.length + 1) / 2, replicate.at(0).open());
    int[] b = order(endsB.length, (endsB.length + 1) / 2, replicate.at(1).open());
    return distance(a, b);
  }

  private double distance(int[] a, int[] b) {
    double m = images(endsA, a);
    double n = images(endsB, b);
    return sum(withinA, a, a) / (m * (m - 1))
        + sum(withinB, b, b) / (n * (n - 1))
        - 2 * sum(between, a, b) / (m * n);
  }

  private static double sum(double[][] sums, int[] rows, int[] columns) {
    double sum = 0;
    for (int row : rows) {
      for (int column : columns) {
        sum += sums[row][column];
      }
    }
    return sum;
  }

  private static double images(int[] ends, int[] groups) {
    double images = 0;
    for (int g : groups) {
      images += ends[g] - (g == 0 ? 0 : ends[g - 1]);
    }
    return images;
  }

  private static int[] all(int groups) {
    int[] all = new int[groups];
    for (int g = 0; g < groups; g++) {
      all[g] = g;
    }
    return all;
  }
}
