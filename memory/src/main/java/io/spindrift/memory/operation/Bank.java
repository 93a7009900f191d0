package io.spindrift.memory.operation;

import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.FlipTable;
import io.spindrift.memory.array.RowReader;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.random.RandomWords;
import org.jspecify.annotations.Nullable;

/**
 * An array with what works on its rows: sense amplifiers, the toggle pulse, and who pays.
 *
 * <p>It knows the two physical acts that every operation of this package is made of, and counts
 * them:
 *
 * <ul>
 *   <li>sensing a row of c cells: one row activation, c cell reads; errors are the reader's;
 *   <li>pulsing the m cells of a mask: one row activation, m pulses; each cell of the mask flips
 *       with the probability that the table has for its kind and state. The row's wear grows by one
 *       when m is not zero.
 * </ul>
 *
 * <p>A pulsed cell that is stuck is counted too: the driver does not know. Operations on disjoint
 * rows may run at the same time, each with random words of its own.
 *
 * @param array the cells
 * @param reader how a row is read
 * @param toggle what the toggle pulse does: flips every cell with a probability near 1
 * @param stage where actions are counted
 */
public record Bank(CellArray array, RowReader reader, FlipTable toggle, Ledger.Stage stage) {
  /** Checks that the toggle pulse knows the kinds of the array. */
  public Bank {
    requireKinds(array, toggle);
  }

  /** The same cells, charged to another stage. */
  public Bank chargedTo(Ledger.Stage other) {
    return new Bank(array, reader, toggle, other);
  }

  /** Words of 64 cells in one row, the length of a mask. */
  public int rowWords() {
    return array.shape().rowWords();
  }

  /** Cells in one row. */
  public int columns() {
    return array.shape().columns();
  }

  /** Reads a row into {@code target}: one row activation and one read per cell. */
  public void sense(int row, long[] target, RandomWords random) {
    reader.read(array, row, target, random);
    stage.add(Action.CELL_READ, columns());
    stage.add(Action.ROW_ACTIVATION, 1);
  }

  /**
   * Pulses the cells of a mask in one row.
   *
   * @param mask cells that are pulsed, packed; all when null
   * @param table what the pulse does
   * @param pulse the action that each pulsed cell is counted as
   */
  public void pulse(
      int row, long @Nullable [] mask, FlipTable table, Action pulse, RandomWords random) {
    requireKinds(array, table);
    long cells = mask == null ? columns() : count(mask);
    if (cells > 0) {
      array.flip(row, mask, table, random);
      array.addWear(row, 1);
    }
    stage.add(pulse, cells);
    stage.add(Action.ROW_ACTIVATION, 1);
  }

  private long count(long[] mask) {
    long cells = 0;
    for (int i = 0; i < rowWords(); i++) {
      cells += Long.bitCount(mask[i]);
    }
    return cells;
  }

  /** Counts one pulse on every cell of a number of rows, whose wear is counted elsewhere. */
  void countWholeRows(Action pulse, int rows) {
    stage.add(pulse, (long) rows * columns());
    stage.add(Action.ROW_ACTIVATION, rows);
  }

  static void requireKinds(CellArray array, FlipTable table) {
    if (table.kinds() != 1 && table.kinds() != array.kinds().count()) {
      throw new IllegalArgumentException(
          "kinds of the pulse must be 1 or "
              + array.kinds().count()
              + " as in the array, but was "
              + table.kinds());
    }
  }
}
