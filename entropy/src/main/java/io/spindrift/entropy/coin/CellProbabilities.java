package io.spindrift.entropy.coin;

import io.spindrift.device.SwitchingModel;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.BernoulliCells;
import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;

/**
 * The switching probability p_c of every cell of an array, and the draw of 64 cells at once.
 *
 * <p>Cells are numbered row by row. Each switches with its own probability, exact to 2^-64, see
 * {@link BernoulliCells}.
 */
public final class CellProbabilities {
  private static final long FIRST_ROW = 0x0F17_5720_77L;

  private final int columns;
  private final BernoulliCells cells;

  private CellProbabilities(double[] probability, int columns) {
    Require.atLeast("columns", columns, 64);
    if (columns % 64 != 0) {
      throw new IllegalArgumentException("columns must be a multiple of 64, but was " + columns);
    }
    if (probability.length == 0 || probability.length % columns != 0) {
      throw new IllegalArgumentException(
          "cells must fill whole rows of " + columns + ", but was " + probability.length);
    }
    this.columns = columns;
    this.cells = BernoulliCells.of(probability);
  }

  /** Takes the probabilities as they are, row by row; {@code columns} is a multiple of 64. */
  public static CellProbabilities of(double[] probability, int columns) {
    return new CellProbabilities(probability, columns);
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

  /** Number of cells. */
  public int cells() {
    return cells.cells();
  }

  /** Cells in one row. */
  public int columns() {
    return columns;
  }

  /** Number of rows. */
  public int rows() {
    return cells.cells() / columns;
  }

  /** Words of 64 cells in the array. */
  public int words() {
    return cells.words();
  }

  /** Switching probability of one cell. */
  public double probability(int cell) {
    return cells.probability(cell);
  }

  /** Mean switching probability over the cells. */
  public double mean() {
    double sum = 0;
    for (int cell = 0; cell < cells(); cell++) {
      sum += probability(cell);
    }
    return sum / cells();
  }

  /** Standard deviation of the switching probability from cell to cell. */
  public double spread() {
    double mean = mean();
    double sum = 0;
    for (int cell = 0; cell < cells(); cell++) {
      sum += (probability(cell) - mean) * (probability(cell) - mean);
    }
    return Math.sqrt(sum / cells());
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

  /**
   * Pulses whole words of cells into {@code target[from .. to)}, from word {@code first} on and
   * around the array as often as needed. A shorter draw is the beginning of a longer one.
   */
  public void draw(int first, RandomWords stream, long[] target, int from, int to) {
    cells.draw(first, stream, target, from, to);
  }

  /** The cells of one row as a ring of their own. */
  BernoulliCells row(int row) {
    return cells.part(row * columns / 64, columns / 64);
  }
}
