package io.spindrift.diffusion.metric.pairs;

import io.spindrift.numerics.vector.VectorModule;

/**
 * Dot products of {@value #ROWS} rows with {@link #width} columns, the core of every pair metric.
 *
 * <p>Every product is one chain of fused multiply-adds over the features in ascending order, so
 * that the vector form and the scalar one give the same bits.
 */
interface ProductTile {
  /** Rows of a tile. */
  int ROWS = 4;

  /** Columns of a tile. */
  int width();

  /**
   * Computes one tile.
   *
   * @param a rows, packed as [feature, {@value #ROWS}]
   * @param aAt where they begin
   * @param b columns, packed as [feature, width]
   * @param bAt where they begin
   * @param depth number of features
   * @param target receives [row, column] with {@code stride} between rows
   * @param at where the tile begins
   */
  void multiply(
      double[] a, int aAt, double[] b, int bAt, int depth, double[] target, int at, int stride);

  /** The fastest tile of this machine. */
  static ProductTile fastest() {
    return VectorModule.isPresent() ? VectorTile.INSTANCE : ScalarTile.INSTANCE;
  }
}
