package io.spindrift.memory.process;

import io.spindrift.memory.array.CellKinds;

/**
 * Of which kinds the cells are whose chance flips the bits of each plane.
 *
 * <p>The kind of a cell is drawn once and stays. So with p(k) the flip probability of kind k and
 * n(k) bits behind which such a cell stands, of n bits the share sum n(k) p(k)/n is expected to
 * have flipped, which is not quite the mean over all kinds. It differs most with rows of noise:
 * there one noise cell stands behind the bits of all rows of its block. The variance of the number
 * of flips is at most that of n equal bits, n p (1 - p), so a binomial check errs on the side of
 * passing. That it is smaller: W. Hoeffding, Ann. Math. Statist. 27 (1956) 713.
 */
public final class PlaneKinds {
  private final long[][][] cells;

  private PlaneKinds(long[][][] cells) {
    this.cells = cells;
  }

  /**
   * Counts the kinds behind the bits of images.
   *
   * @param first the bits at the start
   * @param kinds which junctions the cells of the array are
   * @param correction whether chance comes from the cells themselves or from rows of noise
   */
  public static PlaneKinds of(PlaneBits first, CellKinds kinds, Correction correction) {
    BitPlanes planes = first.planes();
    PlaneBlocks blocks = new PlaneBlocks(planes);
    int columns = planes.columns();
    long[][][] cells = new long[planes.planes()][2][kinds.count()];
    int[] row = new int[columns];
    for (int plane = 0; plane < planes.planes(); plane++) {
      for (int inPlane = 0; inPlane < planes.rowsPerPlane(); inPlane++) {
        int data = planes.firstRow(plane) + inPlane;
        int chance = correction == Correction.NOISE_ROW ? blocks.noiseRow(plane, inPlane) : data;
        kinds.fill((long) chance * columns / 64, columns / 64, row);
        for (int column = 0; column < planes.pixelsInRow(inPlane); column++) {
          cells[plane][first.bit(data, column)][row[column]]++;
        }
      }
    }
    return new PlaneKinds(cells);
  }

  /** The kernel of a plane in the mean over the cells that there are, for each initial value. */
  public TwoStateKernel kernel(PlaneLaw law, int plane) {
    KernelTable table = law.kernels(plane);
    return new TwoStateKernel(flip(table, plane, 0), flip(table, plane, 1));
  }

  private double flip(KernelTable table, int plane, int initial) {
    double sum = 0;
    double all = 0;
    for (int kind = 0; kind < cells[plane][initial].length; kind++) {
      sum += cells[plane][initial][kind] * table.kind(kind).flip(initial);
      all += cells[plane][initial][kind];
    }
    return all == 0 ? table.mean().flip(initial) : Math.min(1, sum / all);
  }
}
