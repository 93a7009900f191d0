package io.spindrift.memory;

import io.spindrift.device.MagneticState;
import io.spindrift.device.SwitchingModel;
import io.spindrift.entropy.PackedBits;
import io.spindrift.entropy.coin.CellProbabilities;
import io.spindrift.entropy.coin.CoinPulse;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;
import java.util.Objects;

/**
 * An array of VC-MRAM cells in rows; a row stores bits, and pulses turn it into random ones.
 *
 * <p>State bit 0 is parallel, 1 antiparallel. Every operation raises the word line of its row once
 * and acts on the first {@code cells} cells of it; the operations and pulses are counted in the
 * stage that asks for them. Reset and write are taken to succeed; their errors belong to the model
 * of the cell's write error rate, not to this array.
 *
 * <p>Safe to use from any thread: each operation, and each row of a block, is done under the lock
 * of its row. Bits of a block depend on its key alone; the state that a row is left in is that of
 * the block that used it last.
 */
public final class VcMramArray {
  private static final int LOCKS = 256;

  private final CoinPulse pulse;
  private final CellProbabilities cells;
  private final int rowWords;
  private final long startWord;
  private final long[] state;
  private final Object[] locks = new Object[LOCKS];

  /** An array of cells with known switching probabilities out of the pulse's start state. */
  public VcMramArray(CellProbabilities cells, CoinPulse pulse) {
    this.pulse = pulse;
    this.cells = cells;
    this.rowWords = cells.columns() / 64;
    this.startWord = pulse.from() == MagneticState.ANTIPARALLEL ? -1L : 0L;
    this.state = new long[cells.words()];
    for (int i = 0; i < LOCKS; i++) {
      locks[i] = new Object();
    }
  }

  /** An array of {@code rows} x {@code columns} devices of the model, all parallel at first. */
  public static VcMramArray of(SwitchingModel model, CoinPulse pulse, int rows, int columns) {
    return new VcMramArray(CellProbabilities.of(model, pulse, rows, columns), pulse);
  }

  /** The cells' switching probabilities. */
  public CellProbabilities cells() {
    return cells;
  }

  /** The pulse that tosses a cell. */
  public CoinPulse pulse() {
    return pulse;
  }

  /** Number of rows. */
  public int rows() {
    return cells.rows();
  }

  /** Cells in one row. */
  public int columns() {
    return cells.columns();
  }

  /** State of one cell. */
  public MagneticState state(int row, int column) {
    int word = firstWord(row) + Objects.checkIndex(column, columns()) / 64;
    synchronized (lock(row)) {
      boolean antiparallel = ((state[word] >>> (column % 64)) & 1) == 1;
      return antiparallel ? MagneticState.ANTIPARALLEL : MagneticState.PARALLEL;
    }
  }

  /** Brings cells to the start state of the coin pulse: one reset pulse each. */
  public void reset(int row, int count, Ledger.Stage stage) {
    synchronized (lock(row)) {
      for (int i = 0, first = firstWord(row); i < wordsOf(count); i++) {
        replace(first + i, startWord, count - 64 * i);
      }
    }
    count(stage, Action.RESET_PULSE, count);
  }

  /**
   * Tosses cells: one coin pulse each, which moves a cell out of the start state or not.
   *
   * @throws IllegalStateException when a cell is not in the start state of the pulse
   */
  public void coinPulse(int row, int count, RandomWords stream, Ledger.Stage stage) {
    long[] switched = new long[wordsOf(count)];
    cells.draw(firstWord(row), stream, switched, 0, switched.length);
    synchronized (lock(row)) {
      for (int i = 0, first = firstWord(row); i < switched.length; i++) {
        long mask = PackedBits.lowest(count - 64 * i);
        if (((state[first + i] ^ startWord) & mask) != 0) {
          throw new IllegalStateException(
              "row " + row + " must be reset to " + pulse.from() + " before its coin pulse");
        }
        state[first + i] ^= switched[i] & mask;
      }
    }
    count(stage, Action.COIN_PULSE, count);
  }

  /** Reads cells into {@code target}, packed from word {@code offset} on; spare bits are zero. */
  public void read(int row, int count, long[] target, int offset, Ledger.Stage stage) {
    synchronized (lock(row)) {
      for (int i = 0, first = firstWord(row); i < wordsOf(count); i++) {
        target[offset + i] = state[first + i] & PackedBits.lowest(count - 64 * i);
      }
    }
    count(stage, Action.CELL_READ, count);
  }

  /** Writes cells from {@code source}, packed from word {@code offset} on: one pulse each. */
  public void write(int row, int count, long[] source, int offset, Ledger.Stage stage) {
    synchronized (lock(row)) {
      for (int i = 0, first = firstWord(row); i < wordsOf(count); i++) {
        replace(first + i, source[offset + i], count - 64 * i);
      }
    }
    count(stage, Action.WRITE_PULSE, count);
  }

  /**
   * Makes one block of random bits: row after row from the row of the key, reset, toss and read. A
   * bit is 1 when its cell switched. Counts one reset pulse, coin pulse and read per bit and three
   * row activations per row.
   */
  void drawBlock(StreamKey key, long[] target, int bitCount, Ledger.Stage stage) {
    int words = PackedBits.wordsIn(target, bitCount);
    int row = cells.firstRow(key);
    cells.draw(firstWord(row), RandomWords.open(key), target, 0, words);
    int activations = 0;
    for (int done = 0; done < words; done += rowWords) {
      tossRow(row, Math.min(rowWords, words - done), target, done, bitCount);
      row = row + 1 == rows() ? 0 : row + 1;
      activations += 3;
    }
    PackedBits.clearSpare(target, bitCount);
    stage.add(Action.RESET_PULSE, bitCount);
    stage.add(Action.COIN_PULSE, bitCount);
    stage.add(Action.CELL_READ, bitCount);
    stage.add(Action.ROW_ACTIVATION, activations);
  }

  private void tossRow(int row, int words, long[] switched, int offset, int bitCount) {
    synchronized (lock(row)) {
      for (int i = 0, first = firstWord(row); i < words; i++) {
        replace(first + i, startWord ^ switched[offset + i], bitCount - 64 * (offset + i));
      }
    }
  }

  private void replace(int word, long bits, int count) {
    long mask = PackedBits.lowest(count);
    state[word] = (state[word] & ~mask) | (bits & mask);
  }

  private int firstWord(int row) {
    return Objects.checkIndex(row, rows()) * rowWords;
  }

  private int wordsOf(int count) {
    return PackedBits.words(Require.inRange("cells of a row", count, 1, columns()));
  }

  private Object lock(int row) {
    return locks[row & (LOCKS - 1)];
  }

  private static void count(Ledger.Stage stage, Action action, int cells) {
    stage.add(action, cells);
    stage.add(Action.ROW_ACTIVATION, 1);
  }
}
