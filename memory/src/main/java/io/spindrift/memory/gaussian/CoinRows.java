package io.spindrift.memory.gaussian;

import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.FlipTable;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;
import java.util.Objects;

/**
 * Rows whose cells are reset to P and tossed by one pulse: a set cell is a coin that came up.
 *
 * <p>Row r of a toss draws from {@code key.at(r)}. Reset is taken to succeed.
 *
 * @param array the cells
 * @param firstRow first of the rows
 * @param rows how many there are
 * @param coin the pulse that tosses
 */
public record CoinRows(CellArray array, int firstRow, int rows, FlipTable coin) {
  /** Checks that the rows exist. */
  public CoinRows {
    Objects.checkFromIndexSize(firstRow, rows, array.shape().rows());
  }

  /** Tosses the first {@code count} rows: two pulses per cell, two activations per row. */
  public void toss(int count, StreamKey key, Ledger.Stage stage) {
    Objects.checkFromIndexSize(0, count, rows);
    long[] parallel = new long[array.shape().rowWords()];
    for (int r = 0; r < count; r++) {
      array.setRow(firstRow + r, parallel, 0);
      array.flip(firstRow + r, null, coin, RandomWords.open(key.at(r)));
      array.addWear(firstRow + r, 2);
    }
    long cells = (long) count * array.shape().columns();
    stage.add(Action.RESET_PULSE, cells);
    stage.add(Action.COIN_PULSE, cells);
    stage.add(Action.ROW_ACTIVATION, 2L * count);
  }
}
