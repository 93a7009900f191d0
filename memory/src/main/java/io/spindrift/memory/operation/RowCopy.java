package io.spindrift.memory.operation;

import io.spindrift.numerics.random.RandomWords;

/**
 * A row copied onto another: sense the source, then write by toggling.
 *
 * <p>Effect: {@code into} becomes what {@code from} was read as; {@code from} stays.
 *
 * <p>There are two ways to write. {@link #apply} senses the destination and toggles the cells that
 * differ: its error is that of {@link RowWrite#error}, with e the probability that just one of both
 * cells was misread. {@link #applyAfterReset} resets the destination and toggles the ones: with e
 * the probability that the source was misread, a one ends wrong with 1 - (1 - e) q_P and a zero
 * with e q_P, apart from what the reset left.
 *
 * <p>Counts for rows of c cells: {@link #apply} 2 c reads, c exclusive-ors, a toggle pulse per cell
 * found different, three row activations; {@link #applyAfterReset} those of the reset, c reads, a
 * toggle pulse per one that was read, two row activations.
 */
public final class RowCopy {
  private final Bank bank;
  private final RowWrite write;
  private final RowLogic logic;

  /** Copies rows of the bank. */
  public RowCopy(Bank bank) {
    this.bank = bank;
    this.write = new RowWrite(bank);
    this.logic = new RowLogic(bank);
  }

  /** Copies by comparing both rows. */
  public void apply(int from, int into, RandomWords random) {
    long[] source = new long[bank.rowWords()];
    bank.sense(from, source, random);
    write.apply(into, source, random);
  }

  /**
   * Copies onto a row that is reset first.
   *
   * @throws IllegalArgumentException when both are one row, which the reset would erase
   */
  public void applyAfterReset(int from, int into, RowReset reset, RandomWords random) {
    if (from == into) {
      throw new IllegalArgumentException(
          "destination must be another row than the source, but was row " + into);
    }
    reset.apply(bank, into, random);
    logic.xorInto(from, into, random);
  }
}
