package io.spindrift.memory.product;

import io.spindrift.device.MagneticState;
import io.spindrift.numerics.Require;

/**
 * The cells of a product: pairs of columns, one pair for each slice of each column of weights.
 *
 * <p>Line l = s n_columns + j is slice s of column j; the cells of its row i have the numbers 2 (i
 * n_lines + l) and the next. What matters of a pair is its difference in counts, (G+ - G-) / (G_P -
 * G_AP), exactly -1, 0 or 1 where cells are alike.
 */
final class DifferentialColumns {
  private static final long MOST_PAIRS = 1L << 28;

  private final int rows;
  private final int lines;
  private final byte[] trits;
  private final float[] differences;
  private final CellConductances cells;

  DifferentialColumns(ProductCoding coding, IntegerMatrix weights, CellConductances cells) {
    this.rows = weights.rows();
    this.lines = coding.slices() * weights.columns();
    Require.inRange("pairs of cells", (double) rows * lines, 1, MOST_PAIRS, "");
    this.cells = cells;
    this.trits = new byte[rows * lines];
    this.differences = new float[rows * lines];
    double count = cells.countSiemens();
    for (int row = 0; row < rows; row++) {
      for (int line = 0; line < lines; line++) {
        int column = line % weights.columns();
        int pair = row * lines + line;
        int trit = coding.trit(weights.at(row, column), line / weights.columns());
        trits[pair] = (byte) trit;
        differences[pair] = (float) ((plus(pair, trit) - minus(pair, trit)) / count);
      }
    }
  }

  private double plus(int pair, int trit) {
    return cells.siemens(trit > 0 ? MagneticState.PARALLEL : MagneticState.ANTIPARALLEL, 2L * pair);
  }

  private double minus(int pair, int trit) {
    return cells.siemens(
        trit < 0 ? MagneticState.PARALLEL : MagneticState.ANTIPARALLEL, 2L * pair + 1);
  }

  int rows() {
    return rows;
  }

  int lines() {
    return lines;
  }

  /** Element of a row and line: -1, 0 or 1. */
  int trit(int row, int line) {
    return trits[row * lines + line];
  }

  /** Share of pairs that are not zero. */
  double meanSquareTrit() {
    long sum = 0;
    for (byte trit : trits) {
      sum += trit * trit;
    }
    return (double) sum / trits.length;
  }

  /** Variance of a pair's difference over cells, in counts squared. */
  double variance(int trit) {
    double off = cells.varianceCounts(MagneticState.ANTIPARALLEL);
    return off + (trit == 0 ? off : cells.varianceCounts(MagneticState.PARALLEL));
  }

  /**
   * Adds up the differences of a tile on lines without resistance.
   *
   * @param from first row of the tile
   * @param digits drive of each row of the tile
   * @param sums receives one sum per line
   */
  void sum(int from, int[] digits, float[] sums) {
    java.util.Arrays.fill(sums, 0);
    for (int i = 0; i < digits.length; i++) {
      if (digits[i] != 0) {
        addRow(sums, differences, (from + i) * lines, digits[i]);
      }
    }
  }

  private static void addRow(float[] sums, float[] differences, int at, float digit) {
    for (int line = 0; line < sums.length; line++) {
      sums[line] += digit * differences[at + line];
    }
  }

  /** The same on lines that lose something. */
  void sum(int from, int[] digits, BitLine bitLine, float[] sums) {
    double[] drive = new double[digits.length];
    double[] plus = new double[digits.length];
    double[] minus = new double[digits.length];
    for (int i = 0; i < drive.length; i++) {
      drive[i] = digits[i];
    }
    for (int line = 0; line < lines; line++) {
      for (int i = 0; i < drive.length; i++) {
        int pair = (from + i) * lines + line;
        plus[i] = plus(pair, trits[pair]);
        minus[i] = minus(pair, trits[pair]);
      }
      double difference = bitLine.collected(plus, drive) - bitLine.collected(minus, drive);
      sums[line] = (float) (difference / cells.countSiemens());
    }
  }
}
