package io.spindrift.memory.product;

import io.spindrift.memory.array.ArrayShape;
import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.CellFaults;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Counts the ones of random columns on several chips.
 *
 * @param rows raised rows of a column
 * @param columns columns of a chip, a multiple of 64
 * @param chips chips whose cells differ
 */
public record CountExperiment(int rows, int columns, int chips) {
  /** Checks the numbers. */
  public CountExperiment {
    Require.atLeast("chips", chips, 1);
    new ArrayShape(rows, columns);
  }

  /**
   * Counts every column of every chip once.
   *
   * @param ofChip the cells of a chip
   * @param conversionBits bits of the converter
   * @param noiseCounts standard deviation of the noise, in counts
   * @param key chance of the stored bits and of the noise
   */
  public CountMeasurement run(
      IntFunction<CellConductances> ofChip, int conversionBits, double noiseCounts, StreamKey key) {
    Ledger ledger = new Ledger();
    double sum = 0;
    double squares = 0;
    double expected = 0;
    double wrong = 0;
    double wrongExpected = 0;
    double step = 0;
    for (int chip = 0; chip < chips; chip++) {
      BitLineCount count = new BitLineCount(ofChip.apply(chip), rows, conversionBits, noiseCounts);
      int[] ones = new int[columns];
      CellArray array = stored(key.purpose("bits").at(chip), ones);
      double[] answers =
          count.count(array, 0, key.purpose("noise").at(chip), ledger.stage("count"));
      double[] errors = IntStream.rangeClosed(0, rows).mapToDouble(count::error).toArray();
      double[] wrongs =
          IntStream.rangeClosed(0, rows).mapToDouble(count::wrongProbability).toArray();
      for (int column = 0; column < columns; column++) {
        double square = (answers[column] - ones[column]) * (answers[column] - ones[column]);
        sum += square;
        squares += square * square;
        wrong += Math.floor(answers[column] + 0.5) == ones[column] ? 0 : 1;
        expected += errors[ones[column]];
        wrongExpected += wrongs[ones[column]];
      }
      step = count.converter().step();
    }
    long n = (long) chips * columns;
    double mean = sum / n;
    return new CountMeasurement(
        n,
        step,
        mean,
        Math.sqrt(Math.max(0, squares / n - mean * mean) / n),
        expected / n,
        wrong / n,
        wrongExpected / n,
        ledger.snapshot());
  }

  /** An array of fair bits; the ones of each column are added to {@code ones}. */
  private CellArray stored(StreamKey key, int[] ones) {
    CellArray array =
        new CellArray(new ArrayShape(rows, columns), CellKinds.nominal(), CellFaults.NONE);
    RandomStream random = key.open();
    long[] row = new long[array.shape().rowWords()];
    for (int i = 0; i < rows; i++) {
      Arrays.setAll(row, w -> random.nextLong());
      array.setRow(i, row, 0);
      for (int column = 0; column < columns; column++) {
        ones[column] += (int) (row[column / 64] >>> (column % 64)) & 1;
      }
    }
    return array;
  }
}
