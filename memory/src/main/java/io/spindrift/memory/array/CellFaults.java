package io.spindrift.memory.array;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.util.Arrays;

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
    int[] cells = new int[64 * stuck.length];
    int count = cells(chance().at(row), cells);
    Arrays.fill(stuck, 0);
    Arrays.fill(held, 0);
    for (int i = 0; i < count; i++) {
      int column = cells[i] >>> 1;
      stuck[column / 64] |= 1L << (column % 64);
      held[column / 64] |= (long) (cells[i] & 1) << (column % 64);
    }
  }

  /** What decides, at the number of a row, which of its cells are stuck. */
  StreamKey chance() {
    return population.purpose("stuck cells");
  }

  /**
   * The stuck cells of one row in order, each as twice its column plus the state it is stuck in.
   *
   * <p>With share s of stuck cells, the number of sound cells before the next stuck one is
   * geometric, P(gap &gt;= n) = (1 - s)^n, so that floor(ln(1 - u) / ln(1 - s)) of a uniform u
   * skips them all at once.
   *
   * @param chance what decides them
   * @param target as long as the row has cells
   * @return how many there are
   */
  int cells(StreamKey chance, int[] target) {
    double share = Math.min(1, parallelShare + antiparallelShare);
    if (share == 0) {
      return 0;
    }
    RandomStream random = chance.open();
    double sound = Math.log1p(-share);
    int count = 0;
    double column = gap(random, sound);
    while (column < target.length) {
      int held = random.nextDouble() * share < antiparallelShare ? 1 : 0;
      target[count++] = 2 * (int) column + held;
      column += 1 + gap(random, sound);
    }
    return count;
  }

  private static double gap(RandomStream random, double sound) {
    return Math.floor(Math.log1p(-random.nextDouble()) / sound);
  }
}
