package io.spindrift.memory.array;

import io.spindrift.numerics.random.StreamKey;
import java.util.Arrays;

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
    int[] all = new int[found.length];
    StreamKey chance = faults.chance();
    for (int row = 0; row < rows; row++) {
      int count = faults.cells(chance.at(row), found);
      firstOfRow[row + 1] = Math.addExact(firstOfRow[row], count);
      if (firstOfRow[row + 1] > all.length) {
        all = Arrays.copyOf(all, Math.max(Math.multiplyExact(2, all.length), firstOfRow[row + 1]));
      }
      System.arraycopy(found, 0, all, firstOfRow[row], count);
    }
    cells = Arrays.copyOf(all, firstOfRow[rows]);
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
