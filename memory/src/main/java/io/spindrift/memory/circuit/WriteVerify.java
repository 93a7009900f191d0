package io.spindrift.memory.circuit;

import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.FlipTable;
import io.spindrift.memory.array.RowReader;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.RandomWords;

/**
 * Writes a row with pulses that toggle.
 *
 * <p>A voltage pulse of one polarity turns either state into the other, so what is to be written
 * must be compared with what is there: the row is read, the cells that differ are pulsed, the row
 * is read back, and what still differs is pulsed again, up to a number of rounds. A read error
 * leaves a wrong cell alone or toggles a right one; {@link WriteResidual} says what is left.
 *
 * <p>Counted are every cell read, every cell pulsed and every raise of the word line, one for each
 * reading and each round. Each round wears the row once. Safe to use from any thread on different
 * rows.
 */
public final class WriteVerify {
  private final FlipTable pulse;
  private final RowReader reader;
  private final int mostAttempts;

  /**
   * A way to write.
   *
   * @param pulse what one pulse does
   * @param reader how the row is read before and after
   * @param mostAttempts most rounds of pulses
   */
  public WriteVerify(FlipTable pulse, RowReader reader, int mostAttempts) {
    this.pulse = pulse;
    this.reader = reader;
    this.mostAttempts = Require.atLeast("mostAttempts", mostAttempts, 1);
  }

  /** Writes the packed {@code data} to a row, reading back until it is seen to be right. */
  public WriteOutcome write(
      CellArray array, int row, long[] data, RandomWords random, Ledger.Stage stage) {
    return write(array, row, data, mostAttempts, true, random, stage);
  }

  /** Writes the packed {@code data} to a row with one round of pulses, not reading back. */
  public WriteOutcome writeOnce(
      CellArray array, int row, long[] data, RandomWords random, Ledger.Stage stage) {
    return write(array, row, data, 1, false, random, stage);
  }

  private WriteOutcome write(
      CellArray array,
      int row,
      long[] data,
      int most,
      boolean verify,
      RandomWords random,
      Ledger.Stage stage) {
    long[] differs = new long[array.shape().rowWords()];
    int seen = differing(array, row, data, differs, random, stage);
    int attempts = 0;
    long pulsed = 0;
    while (seen > 0 && attempts < most) {
      array.flip(row, differs, pulse, random);
      pulsed += seen;
      attempts++;
      if (verify) {
        seen = differing(array, row, data, differs, random, stage);
      } else {
        seen = -1;
      }
    }
    array.addWear(row, attempts);
    stage.add(Action.TOGGLE_PULSE, pulsed);
    stage.add(Action.ROW_ACTIVATION, attempts);
    return new WriteOutcome(attempts, pulsed, verify ? seen : -1, wrong(array, row, data));
  }

  /** Reads the row and marks the cells that are seen to differ; gives their number. */
  private int differing(
      CellArray array,
      int row,
      long[] data,
      long[] differs,
      RandomWords random,
      Ledger.Stage stage) {
    reader.read(array, row, differs, random);
    stage.add(Action.CELL_READ, array.shape().columns());
    stage.add(Action.ROW_ACTIVATION, 1);
    return xor(differs, data);
  }

  private static int wrong(CellArray array, int row, long[] data) {
    long[] stored = new long[array.shape().rowWords()];
    array.copyRow(row, stored, 0);
    return xor(stored, data);
  }

  private static int xor(long[] words, long[] data) {
    int ones = 0;
    for (int i = 0; i < words.length; i++) {
      words[i] ^= data[i];
      ones += Long.bitCount(words[i]);
    }
    return ones;
  }
}
