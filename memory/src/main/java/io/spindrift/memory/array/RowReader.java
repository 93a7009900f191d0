package io.spindrift.memory.array;

import io.spindrift.numerics.random.RandomWords;

/** How the cells of a row are read: what the sense amplifiers answer, right or wrong. */
public interface RowReader {
  /** Every cell is read as it is, and reading changes nothing. */
  RowReader IDEAL = (array, row, target, random) -> array.copyRow(row, target, 0);

  /**
   * Reads a row. A reading may disturb the cells that it reads.
   *
   * @param array what is read
   * @param row which row
   * @param target receives the answers, packed, at least one row long
   * @param random chance of this reading
   */
  void read(CellArray array, int row, long[] target, RandomWords random);
}
