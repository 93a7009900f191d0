package io.spindrift.diffusion.metric.pairs;

import io.spindrift.diffusion.metric.FeatureMatrix;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import java.util.Arrays;

/**
 * Euclidean distances to nearest images, by comparison with all.
 *
 * @param squared squared distance to the nearest image, for every image
 * @param index which image that is; the first of several equally near ones
 */
record NearestNeighbours(double[] squared, int[] index) {

  /** The nearest image of {@code to} for every image of {@code from}. */
  static NearestNeighbours of(
      FeatureMatrix from, FeatureMatrix to, Workers workers, Progress progress) {
    double[] fromLengths = SquaredLengths.of(from);
    double[] toLengths = SquaredLengths.of(to);
    double[] nearest = new double[from.rows()];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    int[] index = new int[from.rows()];
    new PairwiseProducts(from, to)
        .forEach(
            workers,
            progress,
            (row, rows, column, columns, products) -> {
              for (int r = 0; r < rows; r++) {
                double own = fromLengths[row + r];
                double least = nearest[row + r];
                for (int c = 0; c < columns; c++) {
                  double squared =
                      squared(
                          own, toLengths[column + c], products[r * PairwiseProducts.COLUMNS + c]);
                  if (squared < least) {
                    least = squared;
                    index[row + r] = column + c;
                  }
                }
                nearest[row + r] = least;
              }
            });
    return new NearestNeighbours(nearest, index);
  }

  /** Squared distance of every image to the k-th nearest other image of the set. */
  static double[] radii(FeatureMatrix set, int k, Workers workers, Progress progress) {
    Require.inRange("neighbours", k, 1, set.rows() - 1);
    double[] lengths = SquaredLengths.of(set);
    double[] nearest = new double[Math.multiplyExact(set.rows(), k)];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    new PairwiseProducts(set, set)
        .forEach(
            workers,
            progress,
            (row, rows, column, columns, products) -> {
              for (int r = 0; r < rows; r++) {
                int image = row + r;
                int last = image * k + k - 1;
                double own = lengths[image];
                for (int c = 0; c < columns; c++) {
                  double squared =
                      squared(own, lengths[column + c], products[r * PairwiseProducts.COLUMNS + c]);
                  if (squared < nearest[last] && column + c != image) {
                    insert(nearest, last - k + 1, last, squared);
                  }
                }
              }
            });
    double[] radii = new double[set.rows()];
    for (int i = 0; i < radii.length; i++) {
      radii[i] = nearest[i * k + k - 1];
    }
    return radii;
  }

  /** For every point whether it lies within the ball of any centre, its surface included. */
  static boolean[] covered(
      FeatureMatrix points,
      FeatureMatrix centres,
      double[] squaredRadii,
      Workers workers,
      Progress progress) {
    double[] pointLengths = SquaredLengths.of(points);
    double[] centreLengths = SquaredLengths.of(centres);
    boolean[] covered = new boolean[points.rows()];
    new PairwiseProducts(points, centres)
        .forEach(
            workers,
            progress,
            (row, rows, column, columns, products) -> {
              for (int r = 0; r < rows; r++) {
                double own = pointLengths[row + r];
                boolean within = covered[row + r];
                for (int c = 0; c < columns; c++) {
                  int centre = column + c;
                  within |=
                      squared(
                              own,
                              centreLengths[centre],
                              products[r * PairwiseProducts.COLUMNS + c])
                          <= squaredRadii[centre];
                }
                covered[row + r] = within;
              }
            });
    return covered;
  }

  /** Keeps {@code sorted[first .. last]} ascending while its largest value gives way. */
  private static void insert(double[] sorted, int first, int last, double value) {
    int at = last;
    while (at > first && sorted[at - 1] > value) {
      sorted[at] = sorted[at - 1];
      at--;
    }
    sorted[at] = value;
  }

  /** |a - b|^2, at least 0 also where rounding exceeds it. */
  private static double squared(double lengthA, double lengthB, double product) {
    return Math.max(lengthA + lengthB - 2 * product, 0);
  }
}
