package io.spindrift.memory.operation;

import io.spindrift.memory.array.CellArray;
import io.spindrift.numerics.random.RandomWords;

/**
 * How several rows are sensed at once: their word lines are raised together, the currents of a
 * column add up on its bit line, and one comparison with a reference answers.
 */
public interface MultiRowReader {
  /** Every column is counted as it is. */
  MultiRowReader IDEAL =
      (array, rows, least, target, random) -> {
        long[][] read = new long[rows.length][array.shape().rowWords()];
        for (int i = 0; i < rows.length; i++) {
          array.copyRow(rows[i], read[i], 0);
        }
        for (int column = 0; column < array.shape().columns(); column++) {
          int ones = 0;
          for (long[] row : read) {
            ones += (int) (row[column / 64] >>> (column % 64)) & 1;
          }
          long answer = ones >= least ? 1 : 0;
          long others = target[column / 64] & ~(1L << (column % 64));
          target[column / 64] = others | answer << (column % 64);
        }
      };

  /**
   * Answers for every column whether at least so many of its cells are antiparallel.
   *
   * @param array what is read
   * @param rows the rows, all different
   * @param least how many cells must be antiparallel for the answer 1
   * @param target receives the answers, packed, at least one row long
   * @param random chance of this reading
   */
  void read(CellArray array, int[] rows, int least, long[] target, RandomWords random);
}
