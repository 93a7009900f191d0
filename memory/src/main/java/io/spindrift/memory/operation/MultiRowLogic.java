package io.spindrift.memory.operation;

import io.spindrift.memory.ledger.Action;
import io.spindrift.numerics.random.RandomWords;
import java.util.Arrays;

/**
 * Logic of rows that are sensed together: the comparison on the bit line is the gate.
 *
 * <p>Effect: {@code into} becomes the and, the or or the majority of any number of different rows,
 * or the exclusive-or of two. With j antiparallel cells in a column of k, the and asks whether j is
 * at least k, the or whether it is at least 1, the majority whether it is at least (k + 1) / 2. The
 * exclusive-or of two asks twice: or, and not and.
 *
 * <p>Error: that of the {@link MultiRowReader}, then that of {@link RowWrite}.
 *
 * <p>Counts per question for k rows of c cells: k row activations, k c currents of cells and c
 * reads for the comparisons; c {@link Action#XOR} for the exclusive-or's gate; then a write. Two
 * rows cost one comparison per column where {@link RowLogic} takes two reads and a gate; the margin
 * is that of one cell among k.
 */
public final class MultiRowLogic {
  private final Bank bank;
  private final MultiRowReader reader;
  private final RowWrite write;

  /** Works on rows of the bank, whose own reader serves the writes. */
  public MultiRowLogic(Bank bank, MultiRowReader reader) {
    this.bank = bank;
    this.reader = reader;
    this.write = new RowWrite(bank);
  }

  /** Stores the and of rows. */
  public void and(int[] rows, int into, RandomWords random) {
    write.apply(into, sense(rows, rows.length, random), random);
  }

  /** Stores the or of rows. */
  public void or(int[] rows, int into, RandomWords random) {
    write.apply(into, sense(rows, 1, random), random);
  }

  /** Stores the majority of an odd number of rows. */
  public void majority(int[] rows, int into, RandomWords random) {
    if (rows.length % 2 == 0) {
      throw new IllegalArgumentException(
          "rows of a majority must be odd in number, but was " + rows.length);
    }
    write.apply(into, sense(rows, (rows.length + 1) / 2, random), random);
  }

  /** Stores a xor b of two different rows. */
  public void xor(int a, int b, int into, RandomWords random) {
    int[] rows = {a, b};
    long[] result = sense(rows, 1, random);
    long[] both = sense(rows, 2, random);
    for (int i = 0; i < result.length; i++) {
      result[i] &= ~both[i];
    }
    bank.stage().add(Action.XOR, bank.columns());
    write.apply(into, result, random);
  }

  /**
   * Answers for every column whether at least so many of the rows hold a one.
   *
   * @return packed answers
   * @throws IllegalArgumentException when a row is named twice: its word line is up only once
   */
  public long[] sense(int[] rows, int least, RandomWords random) {
    if (rows.length == 0 || Arrays.stream(rows).distinct().count() != rows.length) {
      throw new IllegalArgumentException(
          "rows that are sensed together must be different, but was " + Arrays.toString(rows));
    }
    long[] answers = new long[bank.rowWords()];
    reader.read(bank.array(), rows, least, answers, random);
    bank.stage().add(Action.ROW_ACTIVATION, rows.length);
    bank.stage().add(Action.CELL_CURRENT, (long) rows.length * bank.columns());
    bank.stage().add(Action.CELL_READ, bank.columns());
    return answers;
  }
}
