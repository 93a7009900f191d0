package io.spindrift.memory.operation;

import io.spindrift.memory.ledger.Action;
import io.spindrift.numerics.random.RandomWords;

/**
 * Logic of rows, bit by bit, with the result in a row: senses, one gate per column, one write.
 *
 * <p>Effect: {@code into} becomes a xor b, a and b, a or b, or the majority of a, b and c. The
 * operands may be any rows, also equal ones; {@code into} may be one of them, and its sensing then
 * serves for the write as well.
 *
 * <p>Error: the gate is exact and its operands are as the reader found them; the result is stored
 * with the error of {@link RowWrite}.
 *
 * <p>Counts for k operands in rows of c cells: k row activations and k c reads; c {@link
 * Action#XOR} for each of the two-input gates, AND and OR too, for that action stands for any gate
 * of two inputs and the exclusive-or is the largest of them; c {@link Action#FULL_ADD} for the
 * majority, which is the carry of an adder; and those of the write, whose sensing is saved when
 * {@code into} is an operand. Each operand is sensed once, also when it is named twice.
 */
public final class RowLogic {
  /** One gate on 64 columns. */
  private interface Gate {
    long of(long a, long b, long c);
  }

  private final Bank bank;
  private final TogglePulse toggle;
  private final RowWrite write;

  /** Works on rows of the bank. */
  public RowLogic(Bank bank) {
    this.bank = bank;
    this.toggle = new TogglePulse(bank);
    this.write = new RowWrite(bank);
  }

  /**
   * Adds row {@code a} modulo 2 to row {@code into}: sense a, toggle {@code into} where a is 1.
   *
   * <p>The least work of all operations here, because a toggle pulse is an exclusive-or: the state
   * of {@code into} is never read. With the probabilities e that a is misread and q that the cell
   * of {@code into} flips, it ends wrong with 1 - (1 - e) q where a is 1 and with e q where a is 0,
   * as in {@link RowWrite#error}. Counts: c reads, one toggle pulse per one that was read, two row
   * activations.
   */
  public void xorInto(int a, int into, RandomWords random) {
    long[] mask = new long[bank.rowWords()];
    bank.sense(a, mask, random);
    toggle.apply(into, mask, random);
  }

  /** Stores a xor b. */
  public void xor(int a, int b, int into, RandomWords random) {
    apply((x, y, z) -> x ^ y, Action.XOR, new int[] {a, b}, into, random);
  }

  /** Stores a and b. */
  public void and(int a, int b, int into, RandomWords random) {
    apply((x, y, z) -> x & y, Action.XOR, new int[] {a, b}, into, random);
  }

  /** Stores a or b. */
  public void or(int a, int b, int into, RandomWords random) {
    apply((x, y, z) -> x | y, Action.XOR, new int[] {a, b}, into, random);
  }

  /** Stores the majority of a, b and c. */
  public void majority(int a, int b, int c, int into, RandomWords random) {
    apply((x, y, z) -> (x & y) | (z & (x | y)), Action.FULL_ADD, new int[] {a, b, c}, into, random);
  }

  private void apply(Gate gate, Action counted, int[] operands, int into, RandomWords random) {
    long[][] read = new long[3][];
    long[] result = new long[bank.rowWords()];
    long[] found = null;
    for (int i = 0; i < 3; i++) {
      read[i] = i < operands.length ? sensed(operands, i, read, random) : result;
      found = i < operands.length && operands[i] == into ? read[i] : found;
    }
    long[] a = read[0];
    long[] b = read[1];
    long[] c = read[2];
    for (int i = 0; i < result.length; i++) {
      result[i] = gate.of(a[i], b[i], c[i]);
    }
    bank.stage().add(counted, bank.columns());
    if (found == null) {
      write.apply(into, result, random);
    } else {
      write.applyOver(into, found, result, random);
    }
  }

  private long[] sensed(int[] operands, int i, long[][] read, RandomWords random) {
    for (int before = 0; before < i; before++) {
      if (operands[before] == operands[i]) {
        return read[before];
      }
    }
    long[] row = new long[bank.rowWords()];
    bank.sense(operands[i], row, random);
    return row;
  }
}
