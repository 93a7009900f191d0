package io.spindrift.memory.array;

/**
 * The stuck cells of an array, listed row by row; four bytes per stuck cell and per row.
 *
 * <p>Each is kept as twice its column plus the state it is stuck in.
 */
final class StuckCells {
  private final int[] firstOfRow;
  private final int[] cells;

  /** Asks for the faults of every row. */
  StuckCells(CellFaults faults, ArrayShape shape) {
    int rows = faults.any() ? shape.rows() : 0;
    firstOfRow = new int[rows + 1];
    int[] found = new int[rows == 0 ? 0 : shape.columns()];
    for (int row = 0; row < rows; row++) {
      firstOfRow[row + 1] = Math.addExact(firstOfRow[row], faults.cells(row, found));
    }
    cells = new int[firstOfRow[rows]];
    for (int row = 0; row < rows; row++) {
      int count = faults.cells(row, found);
      System.arraycopy(found, 0, cells, firstOfRow[row], count);
    }
  }

  /** Brings the stuck cells of rows [fromRow, toRow) to the states that they are stuck in. */
  void hold(long[] state, int rowWords, int fromRow, int toRow) {
    for (int row = fromRow; cells.length > 0 && row < toRow; row++) {
      holdRow(state, row * rowWords, firstOfRow[row], firstOfRow[row + 1]);
    }
  }

  private void holdRow(long[] state, int firstWord, int from, int to) {
    for (int i = from; i < to; i++) {
      int column = cells[i] >>> 1;
      int word = firstWord + column / 64;
      long bit = 1L << (column % 64);
      state[word] = (cells[i] & 1) == 1 ? state[word] | bit : state[word] & ~bit;
    }
  }
}
