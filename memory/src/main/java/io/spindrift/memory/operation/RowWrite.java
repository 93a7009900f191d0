package io.spindrift.memory.operation;

import io.spindrift.memory.ledger.Action;
import io.spindrift.numerics.random.RandomWords;

/**
 * Writing a row with a pulse that can only toggle: sense it, toggle the cells that differ.
 *
 * <p>Effect: the row becomes the data. A voltage of one polarity toggles and cannot set, so a
 * voltage-controlled junction is read before it is written.
 *
 * <p>Error: with the probability e that the cell was misread and q that the toggle pulse flips it
 * out of its state, a cell that differed ends wrong with 1 - (1 - e) q, one that agreed with e q;
 * see {@link #error}.
 *
 * <p>Counts: one read and one exclusive-or per cell, one toggle pulse per cell found different, two
 * row activations.
 */
public final class RowWrite {
  private final Bank bank;
  private final TogglePulse toggle;

  /** Writes rows of the bank by its reader and toggle pulse. */
  public RowWrite(Bank bank) {
    this.bank = bank;
    this.toggle = new TogglePulse(bank);
  }

  /** Writes packed data, at least one row long, into a row. */
  public void apply(int row, long[] data, RandomWords random) {
    long[] found = new long[bank.rowWords()];
    bank.sense(row, found, random);
    applyOver(row, found, data, random);
  }

  /**
   * Writes packed data into a row that was just sensed, so that only the toggle is left to do.
   *
   * @param found what the row was read as; it is left as it is
   */
  void applyOver(int row, long[] found, long[] data, RandomWords random) {
    long[] different = new long[bank.rowWords()];
    for (int i = 0; i < different.length; i++) {
      different[i] = found[i] ^ data[i];
    }
    bank.stage().add(Action.XOR, bank.columns());
    toggle.apply(row, different, random);
  }

  /**
   * The probability that a cell does not hold its datum afterwards.
   *
   * @param differs whether the cell held the opposite of the datum
   * @param misread probability e that its state is read wrong
   * @param flips probability q that the toggle pulse flips it out of its state
   */
  public static double error(boolean differs, double misread, double flips) {
    return differs ? 1 - (1 - misread) * flips : misread * flips;
  }
}
