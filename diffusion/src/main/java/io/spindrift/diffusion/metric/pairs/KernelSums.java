package io.spindrift.diffusion.metric.pairs;

import io.spindrift.diffusion.metric.FeatureMatrix;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;

/**
 * Sums of the kernel k(x, y) = (x y / d + 1)^3 over pairs of images, d the number of features.
 *
 * <p>The columns are divided into groups that lie one after the other; every row has one sum per
 * group. In a set with itself an image is not paired with itself.
 */
final class KernelSums {
  private final FeatureMatrix b;
  private final PairwiseProducts products;
  private final boolean same;
  private final int[] ends;
  private final double[] sums;

  /**
   * Prepares the sums.
   *
   * @param a rows
   * @param b columns; the same object as {@code a} for a set with itself
   * @param ends column after the last one of every group, ascending, the last is the number of
   *     columns
   */
  @SuppressWarnings("ReferenceEquality")
  KernelSums(FeatureMatrix a, FeatureMatrix b, int[] ends) {
    this.b = b;
    this.products = new PairwiseProducts(a, b);
    this.same = a == b;
    this.ends = ends;
    this.sums = new double[Math.multiplyExact(a.rows(), ends.length)];
  }

  /** Sums as [row, group], on all threads. */
  double[] shared(Workers workers, Progress progress) {
    products.forEach(workers, progress, this::add);
    return sums;
  }

  /** Sums as [row, group], on this thread. */
  double[] alone() {
    for (int task = 0; task < products.tasks(); task++) {
      products.run(task, this::add);
    }
    return sums;
  }

  private void add(int row, int rows, int column, int columns, double[] block) {
    double scale = 1.0 / b.features();
    for (int r = 0; r < rows; r++) {
      int base = r * PairwiseProducts.COLUMNS;
      int own = row + r - column;
      if (same && own >= 0 && own < columns) {
        // The kernel of this product is zero.
        block[base + own] = -b.features();
      }
      int from = 0;
      for (int group = groupOf(column); from < columns; group++) {
        int to = Math.min(ends[group] - column, columns);
        sums[(row + r) * ends.length + group] += sum(block, base + from, base + to, scale);
        from = to;
      }
    }
  }

  private static double sum(double[] products, int from, int to, double scale) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      double x = Math.fma(products[i], scale, 1);
      sum += x * x * x;
    }
    return sum;
  }

  private int groupOf(int column) {
    int group = 0;
    while (ends[group] <= column) {
      group++;
    }
    return group;
  }
}
