package io.spindrift.memory.array;

import io.spindrift.device.MagneticState;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * What an array stores: one bit per cell, packed row by row; 0 is parallel, 1 antiparallel.
 *
 * <p>An array changes in two ways: cells are set, or they flip by chance, each with the probability
 * of its kind and state. Every physical event is one of these; how often it happened is counted by
 * the operations above. Each row also keeps its wear, the pulses that it took; rest and reading
 * flip cells too and wear nothing, so whoever applies a pulse adds it. Stuck cells stay what they
 * are. Not thread-safe; work on disjoint rows may run at the same time, which is what the methods
 * that take {@link Workers} do. Results depend on keys alone.
 */
public final class CellArray {
  /** Cells of a block, about. */
  private static final int BLOCK_CELLS = 1 << 16;

  /** Most blocks that one task treats, with the same buffers. */
  private static final int TASK_BLOCKS = 16;

  /** Tasks that there should be for each thread, so that none waits long for the others. */
  private static final int TASKS_PER_THREAD = 4;

  private final ArrayShape shape;
  private final CellKinds kinds;
  private final CellFaults faults;
  private final StuckCells stuck;
  private final long[] state;
  private final long[] wear;

  /** An array of cells, all parallel but for the stuck ones. */
  public CellArray(ArrayShape shape, CellKinds kinds, CellFaults faults) {
    this.shape = shape;
    this.kinds = kinds;
    this.faults = faults;
    this.stuck = new StuckCells(faults, shape);
    this.state = new long[shape.words()];
    this.wear = new long[shape.rows()];
    hold(0, shape.rows());
  }

  /** Its word lines and bit lines. */
  public ArrayShape shape() {
    return shape;
  }

  /** Which junction each cell is. */
  public CellKinds kinds() {
    return kinds;
  }

  /** Which cells are stuck. */
  public CellFaults faults() {
    return faults;
  }

  /** True state of one cell. */
  public MagneticState state(int row, int column) {
    long word = state[firstWord(row) + Objects.checkIndex(column, shape.columns()) / 64];
    return ((word >>> (column % 64)) & 1) == 1
        ? MagneticState.ANTIPARALLEL
        : MagneticState.PARALLEL;
  }

  /** Copies the true states of a row to {@code target}, packed from word {@code offset} on. */
  public void copyRow(int row, long[] target, int offset) {
    System.arraycopy(state, firstWord(row), target, offset, shape.rowWords());
  }

  /** Sets the cells of a row from {@code source}, packed from word {@code offset} on. */
  public void setRow(int row, long[] source, int offset) {
    System.arraycopy(source, offset, state, firstWord(row), shape.rowWords());
    hold(row);
  }

  /**
   * Toggles the cells of a row that {@code mask} names, packed from its first word on; an event
   * without chance.
   */
  public void xorRow(int row, long[] mask) {
    int first = firstWord(row);
    Objects.checkFromIndexSize(0, shape.rowWords(), mask.length);
    for (int i = 0; i < shape.rowWords(); i++) {
      state[first + i] ^= mask[i];
    }
    hold(row);
  }

  /** Copies the true states of rows [fromRow, toRow) to {@code target}, from {@code offset} on. */
  public void copyRows(int fromRow, int toRow, long[] target, int offset) {
    Objects.checkFromToIndex(fromRow, toRow, shape.rows());
    int words = shape.rowWords();
    System.arraycopy(state, fromRow * words, target, offset, (toRow - fromRow) * words);
  }

  /**
   * Copies the true states of rows [fromRow, toRow) onto the rows from {@code intoRow} on, which
   * may overlap them.
   */
  public void copyRows(int fromRow, int toRow, int intoRow) {
    Objects.checkFromToIndex(fromRow, toRow, shape.rows());
    int rows = toRow - fromRow;
    Objects.checkFromIndexSize(intoRow, rows, shape.rows());
    int words = shape.rowWords();
    System.arraycopy(state, fromRow * words, state, intoRow * words, rows * words);
    hold(intoRow, intoRow + rows);
  }

  /** Sets every cell of rows [fromRow, toRow) to one state. */
  public void fill(int fromRow, int toRow, MagneticState to) {
    Objects.checkFromToIndex(fromRow, toRow, shape.rows());
    int words = shape.rowWords();
    long word = to == MagneticState.ANTIPARALLEL ? -1L : 0L;
    Arrays.fill(state, fromRow * words, toRow * words, word);
    hold(fromRow, toRow);
  }

  /** Number of antiparallel cells in rows [fromRow, toRow). */
  public long countOnes(int fromRow, int toRow, Workers workers) {
    LongAdder ones = new LongAdder();
    forEachTask(
        fromRow,
        toRow,
        workers,
        (from, to) -> ones.add(ones(from * shape.rowWords(), to * shape.rowWords())));
    return ones.sum();
  }

  private long ones(int from, int to) {
    long ones = 0;
    for (int i = from; i < to; i++) {
      ones += Long.bitCount(state[i]);
    }
    return ones;
  }

  /** How often a row was pulsed. */
  public long wear(int row) {
    return wear[Objects.checkIndex(row, shape.rows())];
  }

  /** Adds pulses to the wear of a row. */
  public void addWear(int row, long pulses) {
    wear[Objects.checkIndex(row, shape.rows())] += Require.atLeast("pulses", pulses, 0);
  }

  /** Adds pulses to the wear of each of the rows [fromRow, toRow). */
  public void addWear(int fromRow, int toRow, long pulses) {
    Objects.checkFromToIndex(fromRow, toRow, shape.rows());
    for (int row = fromRow; row < toRow; row++) {
      addWear(row, pulses);
    }
  }

  /** Rows that share one stream of chance in {@code flip} over a range of rows. */
  public int blockRows() {
    return Math.max(1, BLOCK_CELLS / shape.columns());
  }

  /**
   * Lets the cells of rows [fromRow, toRow) flip. The rows of an array form blocks of {@link
   * #blockRows}; those of block i draw from {@code key.at(i)}, as one row of many cells would. So
   * the result depends neither on the number of threads nor on whether a range is done at once or
   * in parts, as long as the parts meet where blocks do.
   */
  public void flip(int fromRow, int toRow, FlipTable table, StreamKey key, Workers workers) {
    int rows = blockRows();
    forEachTask(
        fromRow,
        toRow,
        workers,
        (from, to) -> {
          FlipBuffers room = buffers(table, Math.min(rows, to - from));
          for (int block = from / rows; block < Math.ceilDiv(to, rows); block++) {
            int start = Math.max(from, block * rows);
            int count = Math.min(to - start, rows);
            drawFlips(start, count, table, RandomWords.open(key.at(block)), room);
            toggle(firstWord(start), count * shape.rowWords(), room.flips());
          }
          hold(from, to);
        });
  }

  /**
   * Lets the cells of one row flip. Chance is drawn for every cell, pulsed or not, so the flips of
   * a cell are the same under any mask that names it.
   *
   * @param mask cells that are pulsed, packed; all when null
   * @throws IllegalArgumentException when the table is of another number of kinds than the array,
   *     unless it is of one
   */
  public void flip(int row, long @Nullable [] mask, FlipTable table, RandomWords random) {
    int first = firstWord(row);
    FlipBuffers room = buffers(table, 1);
    drawFlips(row, 1, table, random, room);
    if (mask == null) {
      toggle(first, shape.rowWords(), room.flips());
    } else {
      toggle(first, room.flips(), mask);
    }
    hold(row);
  }

  private FlipBuffers buffers(FlipTable table, int rows) {
    if (table.kinds() != 1 && table.kinds() != kinds.count()) {
      throw new IllegalArgumentException(
          "kinds of a table must be those of the array, "
              + kinds.count()
              + ", or 1, but was "
              + table.kinds());
    }
    return table.draw().buffers(rows * shape.rowWords());
  }

  private void drawFlips(int row, int rows, FlipTable table, RandomWords random, FlipBuffers room) {
    table.draw().draw(kinds, state, firstWord(row), rows * shape.rowWords(), random, room);
  }

  private void toggle(int first, int words, long[] flips) {
    for (int i = 0; i < words; i++) {
      state[first + i] ^= flips[i];
    }
  }

  private void toggle(int first, long[] flips, long[] mask) {
    Objects.checkFromIndexSize(0, flips.length, mask.length);
    for (int i = 0; i < flips.length; i++) {
      state[first + i] ^= flips[i] & mask[i];
    }
  }

  private void hold(int fromRow, int toRow) {
    stuck.hold(state, shape.rowWords(), fromRow, toRow);
  }

  private void hold(int row) {
    hold(row, row + 1);
  }

  /** Shares the rows among threads, in tasks of whole blocks but for the ends of the range. */
  private void forEachTask(int fromRow, int toRow, Workers workers, RowRange body) {
    Objects.checkFromToIndex(fromRow, toRow, shape.rows());
    int firstBlock = fromRow / blockRows();
    int blocks = Math.ceilDiv(toRow, blockRows()) - firstBlock;
    int perTask = Math.clamp(blocks / (TASKS_PER_THREAD * workers.threads()), 1, TASK_BLOCKS);
    int rows = perTask * blockRows();
    workers.forEach(
        Math.ceilDiv(blocks, perTask),
        task -> {
          int start = firstBlock * blockRows() + task * rows;
          body.accept(Math.max(fromRow, start), start + Math.min(rows, toRow - start));
        });
  }

  /** Work on rows [from, to). */
  private interface RowRange {
    void accept(int from, int to);
  }

  private int firstWord(int row) {
    return Objects.checkIndex(row, shape.rows()) * shape.rowWords();
  }
}
