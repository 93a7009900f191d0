package io.spindrift.memory.gaussian;

import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.RowReader;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.random.RandomWords;
import java.util.Arrays;

/**
 * A digital counter under each bit line: rows are read one after another and set cells counted.
 *
 * @param reader how a row is read; ideal sense amplifiers make it an ideal counter
 */
public record ReadCount(RowReader reader) implements ColumnCount {
  @Override
  public void count(
      CellArray array,
      int firstRow,
      int rows,
      int[] target,
      RandomWords random,
      Ledger.Stage stage) {
    int columns = array.shape().columns();
    long[] row = new long[array.shape().rowWords()];
    Arrays.fill(target, 0, columns, 0);
    for (int r = 0; r < rows; r++) {
      reader.read(array, firstRow + r, row, random);
      for (int column = 0; column < columns; column++) {
        target[column] += (int) (row[column >> 6] >>> (column & 63)) & 1;
      }
    }
    stage.add(Action.CELL_READ, (long) rows * columns);
    stage.add(Action.BIT_COUNT, (long) rows * columns);
    stage.add(Action.ROW_ACTIVATION, rows);
  }
}
