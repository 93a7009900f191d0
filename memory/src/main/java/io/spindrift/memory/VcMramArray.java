package io.spindrift.memory;

import io.spindrift.device.MagneticState;
import io.spindrift.device.SwitchingModel;
import io.spindrift.entropy.PackedBits;
import io.spindrift.entropy.coin.CellProbabilities;
import io.spindrift.entropy.coin.CoinPulse;
import io.spindrift.memory.array.ArrayShape;
import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.CellFaults;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;
import java.util.Arrays;
import java.util.Objects;

/**
 * Rows of a cell array that store bits, and that pulses turn into random ones.
 *
 * <p>Each cell has a switching probability of its own, which is stored. Every operation raises the
 * word line of its row once and acts on the first {@code cells} cells of it; the operations and
 * pulses are counted in the stage that asks for them, pulses also as the wear of the row. Reset and
 * write are taken to succeed; their errors belong to the model of the cell's write error rate, not
 * to this array.
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
  private final CellArray array;
  private final Object[] locks = new Object[LOCKS];

  /** An array of cells with known switching probabilities out of the pulse's start state. */
  public VcMramArray(CellProbabilities cells, CoinPulse pulse) {
    this.pulse = pulse;
    this.cells = cells;
    this.rowWords = cells.columns() / 64;
    this.startWord = pulse.from() == MagneticState.ANTIPARALLEL ? -1L : 0L;
    this.array =
        new CellArray(
            new ArrayShape(cells.rows(), cells.columns()), CellKinds.nominal(), CellFaults.NONE);
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
    synchronized (lock(row)) {
      return array.state(row, column);
    }
  }

  /** How often a row was pulsed. */
  public long wear(int row) {
    synchronized (lock(row)) {
      return array.wear(row);
    }
  }

  /** Brings cells to the start state of the coin pulse: one reset pulse each. */
  public void reset(int row, int count, Ledger.Stage stage) {
    long[] start = new long[wordsOf(count)];
    Arrays.fill(start, startWord);
    synchronized (lock(row)) {
      replace(row, start, 0, count, 1);
    }
    count(stage, Action.RESET_PULSE, count);
  }

  /**
   * Tosses cells: one coin pulse each, which moves a cell out of the start state or not.
   *
   * @throws IllegalStateException when a cell is not in the start state of the pulse
   */
  public void coinPulse(int row, int count, RandomWords stream, Ledger.Stage stage) {
    long[] states = new long[wordsOf(count)];
    cells.draw(firstWord(row), stream, states, 0, states.length);
    synchronized (lock(row)) {
      long[] before = row(row);
      for (int i = 0; i < states.length; i++) {
        if (((before[i] ^ startWord) & PackedBits.lowest(count - 64 * i)) != 0) {
          throw new IllegalStateException(
              "row " + row + " must be reset to " + pulse.from() + " before its coin pulse");
        }
        states[i] ^= startWord;
      }
      replace(row, states, 0, count, 1);
    }
    count(stage, Action.COIN_PULSE, count);
  }

  /** Reads cells into {@code target}, packed from word {@code offset} on; spare bits are zero. */
  public void read(int row, int count, long[] target, int offset, Ledger.Stage stage) {
    int words = wordsOf(count);
    synchronized (lock(row)) {
      System.arraycopy(row(row), 0, target, offset, words);
    }
    target[offset + words - 1] &= PackedBits.lowest(count - 64 * (words - 1));
    count(stage, Action.CELL_READ, count);
  }

  /** Writes cells from {@code source}, packed from word {@code offset} on: one pulse each. */
  public void write(int row, int count, long[] source, int offset, Ledger.Stage stage) {
    requireCells(count);
    synchronized (lock(row)) {
      replace(row, source, offset, count, 1);
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
      toss(row, target, done, Math.min(columns(), bitCount - 64 * done));
      row = row + 1 == rows() ? 0 : row + 1;
      activations += 3;
    }
    PackedBits.clearSpare(target, bitCount);
    stage.add(Action.RESET_PULSE, bitCount);
    stage.add(Action.COIN_PULSE, bitCount);
    stage.add(Action.CELL_READ, bitCount);
    stage.add(Action.ROW_ACTIVATION, activations);
  }

  private void toss(int row, long[] switched, int offset, int count) {
    long[] states = switched;
    int from = offset;
    if (startWord != 0) {
      states = new long[PackedBits.words(count)];
      from = 0;
      for (int i = 0; i < states.length; i++) {
        states[i] = ~switched[offset + i];
      }
    }
    synchronized (lock(row)) {
      replace(row, states, from, count, 2);
    }
  }

  /** Sets the first cells of a row from packed states, by a number of pulses. */
  private void replace(int row, long[] source, int offset, int count, int pulses) {
    if (count == columns()) {
      array.setRow(row, source, offset);
    } else {
      long[] states = row(row);
      int last = (count - 1) / 64;
      long mask = PackedBits.lowest(count - 64 * last);
      long kept = states[last] & ~mask;
      System.arraycopy(source, offset, states, 0, last + 1);
      states[last] = (states[last] & mask) | kept;
      array.setRow(row, states, 0);
    }
    array.addWear(row, pulses);
  }

  private long[] row(int row) {
    long[] states = new long[rowWords];
    array.copyRow(row, states, 0);
    return states;
  }

  private int firstWord(int row) {
    return Objects.checkIndex(row, rows()) * rowWords;
  }

  private int wordsOf(int count) {
    return PackedBits.words(requireCells(count));
  }

  private int requireCells(int count) {
    return Require.inRange("cells of a row", count, 1, columns());
  }

  private Object lock(int row) {
    return locks[row & (LOCKS - 1)];
  }

  private static void count(Ledger.Stage stage, Action action, int cells) {
    stage.add(action, cells);
    stage.add(Action.ROW_ACTIVATION, 1);
  }
}
