package io.spindrift.memory.operation;

import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;

/**
 * How many rows are shared among threads: in blocks of about 65,536 cells, each with random words
 * of its own, so that results depend on the key and the rows alone.
 */
final class RowBlocks {
  private static final int CELLS = 1 << 16;

  /** What is done with one row. */
  interface Work {
    void on(int row, RandomWords random);
  }

  /**
   * Does the work for each of the rows, which must differ; block i draws from {@code key.at(i)}.
   */
  static void forEach(int[] rows, int columns, StreamKey key, Workers workers, Work work) {
    int blockRows = Math.max(1, CELLS / columns);
    workers.forEach(
        Math.ceilDiv(rows.length, blockRows),
        block -> {
          RandomWords random = RandomWords.open(key.at(block));
          int end = Math.min((block + 1) * blockRows, rows.length);
          for (int i = block * blockRows; i < end; i++) {
            work.on(rows[i], random);
          }
        });
  }

  /** Refuses rows that are not in strictly rising order or not of the array. */
  static int[] requireRising(int[] rows, int count) {
    for (int i = 0; i < rows.length; i++) {
      int least = i == 0 ? 0 : rows[i - 1] + 1;
      if (rows[i] < least || rows[i] >= count) {
        throw new IllegalArgumentException(
            "rows must be different, in rising order and below "
                + count
                + ", but place "
                + i
                + " was "
                + rows[i]);
      }
    }
    return rows;
  }

  private RowBlocks() {}
}
