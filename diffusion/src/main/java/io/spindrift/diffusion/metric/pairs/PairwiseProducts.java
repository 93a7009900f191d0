package io.spindrift.diffusion.metric.pairs;

import io.spindrift.diffusion.metric.FeatureMatrix;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;

/**
 * The dot products of every image of one set with every image of another, block by block.
 *
 * <p>Products are in double precision: a distance |a|^2 + |b|^2 - 2 a b of near images loses most
 * digits of its terms. A block of {@value #ROWS} rows and all its columns belong to one task, in
 * ascending order of the columns, so that the number of threads cannot change a result.
 */
final class PairwiseProducts {
  /** Rows of a task. */
  static final int ROWS = 256;

  /** Columns of a block. */
  static final int COLUMNS = 128;

  /** Receives the blocks. */
  interface Block {
    /**
     * Takes a block of products.
     *
     * @param row first row
     * @param rows number of rows
     * @param column first column
     * @param columns number of columns
     * @param products [row, column] with {@value PairwiseProducts#COLUMNS} between rows; may be
     *     changed
     */
    void accept(int row, int rows, int column, int columns, double[] products);
  }

  private final FeatureMatrix a;
  private final FeatureMatrix b;
  private final ProductTile tile;

  PairwiseProducts(FeatureMatrix a, FeatureMatrix b) {
    this(a, b, ProductTile.fastest());
  }

  PairwiseProducts(FeatureMatrix a, FeatureMatrix b, ProductTile tile) {
    if (a.features() != b.features()) {
      throw new IllegalArgumentException(
          "both sets must have equally many features, but they have "
              + a.features()
              + " and "
              + b.features());
    }
    this.a = a;
    this.b = b;
    this.tile = tile;
  }

  /** Number of tasks. */
  int tasks() {
    return Math.ceilDiv(a.rows(), ROWS);
  }

  /**
   * Runs every task; blocks of one task arrive in order, tasks at once.
   *
   * @throws Progress.Stopped when the user asked to stop
   */
  void forEach(Workers workers, Progress progress, Block block) {
    workers.forEach(
        tasks(),
        task -> {
          progress.checkStopped();
          run(task, block);
        });
  }

  /** Runs one task on this thread. */
  void run(int task, Block block) {
    int row = task * ROWS;
    int rows = Math.min(ROWS, a.rows() - row);
    int depth = a.features();
    int width = tile.width();
    double[] left = new double[ROWS * depth];
    pack(a, row, rows, ProductTile.ROWS, left);
    double[] right = new double[COLUMNS * depth];
    double[] products = new double[ROWS * COLUMNS];
    for (int column = 0; column < b.rows(); column += COLUMNS) {
      int columns = Math.min(COLUMNS, b.rows() - column);
      pack(b, column, columns, width, right);
      for (int c = 0; c < columns; c += width) {
        for (int r = 0; r < rows; r += ProductTile.ROWS) {
          tile.multiply(
              left, r * depth, right, c * depth, depth, products, r * COLUMNS + c, COLUMNS);
        }
      }
      block.accept(row, rows, column, columns, products);
    }
  }

  /** Groups of {@code width} rows as [feature, row of the group]; missing rows are zero. */
  private static void pack(FeatureMatrix m, int from, int count, int width, double[] packed) {
    int depth = m.features();
    float[] values = m.values();
    int whole = Math.ceilDiv(count, width) * width;
    for (int i = 0; i < whole; i++) {
      int to = i / width * width * depth + i % width;
      int base = (from + i) * depth;
      boolean present = i < count;
      for (int k = 0; k < depth; k++) {
        packed[to + k * width] = present ? values[base + k] : 0;
      }
    }
  }
}
