package io.spindrift.device.fokkerplanck;

import io.spindrift.numerics.vector.VectorModule;

/**
 * A way to add a sparse product A x to y.
 *
 * <p>Every way adds the elements of a row in the order of {@link DiagonalBlocks} and rounds after
 * each multiplication and each addition, so that all give the same bits.
 */
@FunctionalInterface
interface BlockProduct {
  /** Adds A x to y. */
  void add(DiagonalBlocks matrix, double[] x, double[] y);

  /** The plain reference. */
  BlockProduct PLAIN = DiagonalBlocks::addProduct;

  /** The fastest that this Java has: with vector instructions where their module was added. */
  static BlockProduct fastest() {
    return VectorModule.isPresent() ? VectorBlockProduct.ofPreferredWidth() : PLAIN;
  }
}
