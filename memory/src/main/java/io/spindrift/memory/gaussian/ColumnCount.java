package io.spindrift.memory.gaussian;

import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.random.RandomWords;

/** How the set cells of each column are counted over some rows: by a counter or a bit line. */
public interface ColumnCount {
  /**
   * Counts, and counts its own actions.
   *
   * @param array what is counted in
   * @param firstRow first of the rows
   * @param rows how many
   * @param target receives one count per column
   * @param random chance of reading and conversion
   */
  void count(
      CellArray array,
      int firstRow,
      int rows,
      int[] target,
      RandomWords random,
      Ledger.Stage stage);
}
