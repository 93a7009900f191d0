package io.spindrift.memory.product;

import io.spindrift.device.MagneticState;
import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import org.hipparchus.special.Erf;

/**
 * The population count of a column: how many of n raised cells are antiparallel.
 *
 * <p>The current of n raised cells lacks one count, G_P - G_AP, for each cell in AP. What is
 * converted is
 *
 * <pre>
 * x = (n G_P - sum over rows i of G_i)/(G_P - G_AP) + e,   e normal of standard deviation sigma_e,
 * </pre>
 *
 * <p>with the mean conductances as reference, and the answer is the level of a converter over {0 ..
 * n}. With cells that are alike and 2^k above n the answer is the count. For k cells in AP the
 * analogue error is close to normal with the variance (n - k) v_P + k v_AP + sigma_e^2, v in counts
 * squared, whence {@link #error} and {@link #wrongProbability}.
 *
 * @param cells what the cells conduct
 * @param rows n
 * @param conversionBits bits of the converter
 * @param noiseCounts sigma_e
 */
public record BitLineCount(
    CellConductances cells, int rows, int conversionBits, double noiseCounts) {
  /** Checks the numbers. */
  public BitLineCount {
    Require.inRange("rows of a count", rows, 1, 1 << 20);
    Require.inRange("bits of a conversion", conversionBits, 1, Converter.MOST_BITS);
    Require.notNegative("noise of a conversion", noiseCounts, "counts");
  }

  /** The converter of a column. */
  public Converter converter() {
    return Converter.counts(conversionBits, 0, rows);
  }

  /**
   * Counts every column of rows [first, first + n) of an array.
   *
   * @param array what is counted
   * @param first first raised row
   * @param key chance of the noise
   * @param stage counts what happens: each raised row, each bit line brought to the read voltage,
   *     each cell that conducts, each conversion
   * @return the answer for each column
   */
  public double[] count(CellArray array, int first, StreamKey key, Ledger.Stage stage) {
    int columns = array.shape().columns();
    double[] lacking = new double[columns];
    long[] row = new long[array.shape().rowWords()];
    for (int i = 0; i < rows; i++) {
      array.copyRow(first + i, row, 0);
      addRow(row, (long) (first + i) * columns, lacking);
    }
    Converter converter = converter();
    RandomStream noise = key.open();
    for (int column = 0; column < columns; column++) {
      double x = lacking[column] / cells.countSiemens();
      x += noiseCounts == 0 ? 0 : noiseCounts * noise.nextGaussian();
      lacking[column] = converter.quantise(x);
    }
    stage.add(Action.ROW_ACTIVATION, rows);
    stage.add(Action.LINE_DRIVE, columns);
    stage.add(Action.CELL_CURRENT, (long) rows * columns);
    stage.add(Action.CONVERSION_STEP, columns * converter.steps());
    return lacking;
  }

  private void addRow(long[] row, long firstCell, double[] lacking) {
    double reference = cells.meanSiemens(MagneticState.PARALLEL);
    for (int column = 0; column < lacking.length; column++) {
      MagneticState state =
          ((row[column / 64] >>> (column % 64)) & 1) == 1
              ? MagneticState.ANTIPARALLEL
              : MagneticState.PARALLEL;
      lacking[column] += reference - cells.siemens(state, firstCell + column);
    }
  }

  /** Standard deviation of the analogue error when {@code ones} cells are antiparallel. */
  public double analogueSigma(int ones) {
    Require.inRange("ones", ones, 0, rows);
    return Math.sqrt(
        (rows - ones) * cells.varianceCounts(MagneticState.PARALLEL)
            + ones * cells.varianceCounts(MagneticState.ANTIPARALLEL)
            + noiseCounts * noiseCounts);
  }

  /** Mean square of the answer's error for a count, converter included, over cells and noise. */
  public double error(int ones) {
    return ConversionError.of(converter(), ones, analogueSigma(ones)).meanSquare();
  }

  /**
   * The probability that the answer, rounded to the nearest integer, is not the count.
   *
   * <p>It is 1 for a count that no level is nearest to.
   */
  public double wrongProbability(int ones) {
    Converter converter = converter();
    double sigma = analogueSigma(ones);
    int first = converter.code(ones - converter.step());
    while (first < converter.levels() && rounded(converter, first) < ones) {
      first++;
    }
    int last = first - 1;
    while (last + 1 < converter.levels() && rounded(converter, last + 1) == ones) {
      last++;
    }
    if (last < first) {
      return 1;
    }
    double half = converter.step() / 2;
    double below = first == 0 ? 0 : beyond(ones - converter.level(first) + half, sigma);
    double above =
        last == converter.levels() - 1 ? 0 : beyond(converter.level(last) + half - ones, sigma);
    return Math.min(1, below + above);
  }

  private static double rounded(Converter converter, int code) {
    return Math.floor(converter.level(code) + 0.5);
  }

  /** Probability that an error exceeds a distance. */
  private static double beyond(double distance, double sigma) {
    if (sigma == 0) {
      return distance < 0 ? 1 : 0;
    }
    return 0.5 * Erf.erfc(distance / (sigma * Math.sqrt(2)));
  }
}
