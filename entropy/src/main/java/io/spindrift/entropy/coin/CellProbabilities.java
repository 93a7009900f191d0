package io.spindrift.entropy.coin;

import io.spindrift.device.SwitchingModel;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;

/**
 * The switching probability p_c of every cell of an array, and the draw of 64 cells at once.
 *
 * <p>Cells are numbered row by row. Cell c switches when a uniform binary fraction U is below p_c.
 * The comparison is bit-sliced: plane k holds digit k of the 64 thresholds of one word of cells, a
 * random word holds digit k of their 64 fractions, and a cell is decided at the first digit that
 * differs. About seven random words decide 64 cells, and each probability is exact to 2^-64.
 */
public final class CellProbabilities {
  private static final int PLANES = 64;
  private static final long FIRST_ROW = 0x0F17_5720_77L;

  private final int columns;
  private final double[] probability;
  private final long[] planes;
  private final long[] certain;

  private CellProbabilities(double[] probability, int columns) {
    Require.atLeast("columns", columns, PLANES);
    if (columns % PLANES != 0) {
      throw new IllegalArgumentException("columns must be a multiple of 64, but was " + columns);
    }
    if (probability.length == 0 || probability.length % columns != 0) {
      throw new IllegalArgumentException(
          "cells must fill whole rows of " + columns + ", but was " + probability.length);
    }
    this.columns = columns;
    this.probability = probability;
    this.planes = new long[probability.length];
    this.certain = new long[probability.length / PLANES];
    for (int cell = 0; cell < probability.length; cell++) {
      slice(cell, Require.inRange("probability of cell " + cell, probability[cell], 0, 1, ""));
    }
  }

  /** Takes the probabilities as they are, row by row; {@code columns} is a multiple of 64. */
  public static CellProbabilities of(double[] probability, int columns) {
    return new CellProbabilities(probability.clone(), columns);
  }

  /** Asks the model once for each of {@code rows} x {@code columns} devices, indices from 0. */
  public static CellProbabilities of(SwitchingModel model, CoinPulse pulse, int rows, int columns) {
    Require.atLeast("rows", rows, 1);
    Require.inRange("columns", columns, 1, Integer.MAX_VALUE / rows);
    double[] probability = new double[rows * columns];
    for (int cell = 0; cell < probability.length; cell++) {
      probability[cell] =
          model.probability(
              pulse.from(),
              pulse.voltageVolts(),
              pulse.pulseSeconds(),
              pulse.temperatureKelvin(),
              cell);
    }
    return new CellProbabilities(probability, columns);
  }

  private void slice(int cell, double p) {
    int word = cell / PLANES;
    long bit = 1L << (cell % PLANES);
    if (p == 1) {
      certain[word] |= bit;
    }
    // Multiplying by a power of two is exact, so the 64 digits are those of p itself.
    long upper = (long) (p * 0x1p32);
    long lower = (long) ((p * 0x1p32 - upper) * 0x1p32);
    long threshold = p == 1 ? -1L : (upper << 32) | lower;
    for (int k = 0; k < PLANES; k++) {
      if ((threshold << k) < 0) {
        planes[word * PLANES + k] |= bit;
      }
    }
  }

  /** Number of cells. */
  public int cells() {
    return probability.length;
  }

  /** Cells in one row. */
  public int columns() {
    return columns;
  }

  /** Number of rows. */
  public int rows() {
    return probability.length / columns;
  }

  /** Words of 64 cells in the array. */
  public int words() {
    return certain.length;
  }

  /** Switching probability of one cell. */
  public double probability(int cell) {
    return probability[cell];
  }

  /** Mean switching probability over the cells. */
  public double mean() {
    double sum = 0;
    for (double p : probability) {
      sum += p;
    }
    return sum / probability.length;
  }

  /** Standard deviation of the switching probability from cell to cell. */
  public double spread() {
    double mean = mean();
    double sum = 0;
    for (double p : probability) {
      sum += (p - mean) * (p - mean);
    }
    return Math.sqrt(sum / probability.length);
  }

  /**
   * The row at which the block of {@code key} begins.
   *
   * <p>Uniform over the rows and independent of the block's bits, as a wear-levelling controller
   * would rotate them; bit i of the block is then served by cell (row x columns + i) mod cells.
   */
  public int firstRow(StreamKey key) {
    return (int) Long.remainderUnsigned(key.at(FIRST_ROW).high(), rows());
  }

  /** Pulses the 64 cells of one word; bit j is 1 when cell 64 word + j switched. */
  public long draw(int word, RandomStream stream) {
    int plane = word * PLANES;
    int end = plane + PLANES;
    long undecided = -1L;
    long below = 0;
    do {
      long threshold = planes[plane++];
      long fraction = stream.nextLong();
      below |= undecided & threshold & ~fraction;
      undecided &= ~(threshold ^ fraction);
    } while (undecided != 0 && plane < end);
    return below | (undecided & certain[word]);
  }

  /** The same draw for cells that use {@code whenSet} or {@code whenClear} by their state bit. */
  static long draw(
      CellProbabilities whenSet,
      CellProbabilities whenClear,
      long state,
      int word,
      RandomStream stream) {
    int plane = word * PLANES;
    int end = plane + PLANES;
    long undecided = -1L;
    long below = 0;
    do {
      long threshold = (state & whenSet.planes[plane]) | (~state & whenClear.planes[plane]);
      long fraction = stream.nextLong();
      below |= undecided & threshold & ~fraction;
      undecided &= ~(threshold ^ fraction);
      plane++;
    } while (undecided != 0 && plane < end);
    return below
        | (undecided & ((state & whenSet.certain[word]) | (~state & whenClear.certain[word])));
  }
}
