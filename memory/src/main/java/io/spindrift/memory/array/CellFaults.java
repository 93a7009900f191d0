package io.spindrift.memory.array;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;

/**
 * Cells that never change: a share of them rests in P, a share in AP.
 *
 * <p>Whether a cell is stuck is decided by the population key and the cell alone.
 *
 * @param parallelShare share of cells stuck in P
 * @param antiparallelShare share of cells stuck in AP
 * @param population what decides which cells
 */
public record CellFaults(double parallelShare, double antiparallelShare, StreamKey population) {
  /** No cell is stuck. */
  public static final CellFaults NONE = new CellFaults(0, 0, StreamKey.root(0));

  /** Checks the shares, whose sum must not exceed 1. */
  public CellFaults {
    Require.inRange("share of cells stuck in P", parallelShare, 0, 1, "");
    Require.inRange("share of cells stuck in AP", antiparallelShare, 0, 1 - parallelShare, "");
  }

  /** Whether there is any. */
  public boolean any() {
    return parallelShare + antiparallelShare > 0;
  }

  /**
   * The stuck cells of one row.
   *
   * @param row which row
   * @param stuck receives a set bit for each stuck cell, packed
   * @param held receives the state in which it is stuck, packed
   */
  public void masks(int row, long[] stuck, long[] held) {
    RandomStream random = population.purpose("stuck cells").at(row).open();
    for (int word = 0; word < stuck.length; word++) {
      long all = 0;
      long up = 0;
      for (int bit = 0; any() && bit < 64; bit++) {
        double u = random.nextDouble();
        all |= (u < parallelShare + antiparallelShare ? 1L : 0L) << bit;
        up |= (u < antiparallelShare ? 1L : 0L) << bit;
      }
      stuck[word] = all;
      held[word] = up;
    }
  }
}
