package io.spindrift.memory.gaussian;

import io.spindrift.memory.array.FlipTable;
import io.spindrift.memory.array.RowReader;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.random.RandomWords;
import org.jspecify.annotations.Nullable;

/**
 * Adds outside the array: count the coins, read the numbers, add, write them back.
 *
 * <p>Only the bits from the shift on can change, so n = w - shift rows are read and written, and
 * each number takes n full additions.
 *
 * @param counter how coins are counted
 * @param reader how numbers are read
 * @param writeErrors what a written cell suffers, null when writing always succeeds
 */
public record PeripheryAdder(ColumnCount counter, RowReader reader, @Nullable FlipTable writeErrors)
    implements NoiseAdder {
  /** An adder that errs nowhere. */
  public static PeripheryAdder ideal() {
    return new PeripheryAdder(new ReadCount(RowReader.IDEAL), RowReader.IDEAL, null);
  }

  @Override
  public void add(
      NumberRows numbers, CoinRows noise, NoiseDose dose, RandomWords random, Ledger.Stage stage) {
    int columns = numbers.count();
    int[] counts = new int[columns];
    long[] raw = new long[columns];
    counter.count(noise.array(), noise.firstRow(), dose.coins(), counts, random, stage);
    numbers.read(raw, dose.shift(), reader, random, stage);
    for (int column = 0; column < columns; column++) {
      raw[column] += (long) counts[column] << dose.shift();
    }
    int places = numbers.format().bits() - dose.shift();
    stage.add(Action.FULL_ADD, (long) places * columns);
    numbers.write(raw, dose.shift(), stage);
    for (int j = dose.shift(); writeErrors != null && j < numbers.format().bits(); j++) {
      numbers.array().flip(numbers.row(j), null, writeErrors, random);
    }
  }

  @Override
  public int scratchRows() {
    return 0;
  }
}
