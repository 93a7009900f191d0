package io.spindrift.memory.process;

import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.FlipTable;
import io.spindrift.numerics.random.RandomWords;

/** One step of diffusion of one plane: what it does to the cells, and its exact kernel. */
interface PlaneStep {
  /**
   * What the step does to the bits that the images see, by the kind of the cell whose chance
   * decides: the data's own cell or, with a row of noise, the cell of the noise.
   */
  KernelTable kernel();

  /** Performs the step on rows of an array and counts what was done. */
  void apply(CellArray array, Rows rows, RandomWords random, ActionTally tally);

  /** Rows of one block, with the row of noise that serves them. */
  record Rows(int from, int to, int noiseRow) {
    int count() {
      return to - from;
    }
  }

  /** Flips all rows by one table. */
  static void flip(CellArray array, Rows rows, FlipTable table, RandomWords random) {
    for (int row = rows.from(); row < rows.to(); row++) {
      array.flip(row, null, table, random);
      array.addWear(row, 1);
    }
  }
}
