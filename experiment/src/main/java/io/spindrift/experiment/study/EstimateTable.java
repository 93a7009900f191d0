package io.spindrift.experiment.study;

import io.spindrift.diffusion.metric.Estimate;
import io.spindrift.experiment.comparison.Digits;
import io.spindrift.experiment.run.Table;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * What a study measured, a row for each measurement, in the making.
 *
 * @param rows what is measured
 * @param table the columns so far
 */
record EstimateTable<T>(List<T> rows, Table table) {
  private static final String LOW = "_low";
  private static final String HIGH = "_high";

  /** A table without columns. */
  static <T> EstimateTable<T> named(String name, List<T> rows) {
    return new EstimateTable<>(rows, Table.named(name));
  }

  /** This table with one more column of words. */
  EstimateTable<T> words(String column, Function<T, String> of) {
    return with(table.words(column, rows.stream().map(of).toArray(String[]::new)));
  }

  /** This table with one more column of whole numbers. */
  EstimateTable<T> wholes(String column, ToLongFunction<T> of) {
    return with(table.wholes(column, rows.stream().mapToLong(of).toArray()));
  }

  /** This table with one more column of real numbers. */
  EstimateTable<T> reals(String column, ToDoubleFunction<T> of) {
    return with(table.reals(column, rows.stream().mapToDouble(of).toArray()));
  }

  /** This table with an estimate and both ends of its interval, three columns. */
  EstimateTable<T> estimates(String column, Function<T, Estimate> of) {
    return reals(column, row -> of.apply(row).value())
        .reals(column + LOW, row -> of.apply(row).low())
        .reals(column + HIGH, row -> of.apply(row).high());
  }

  private EstimateTable<T> with(Table more) {
    return new EstimateTable<>(rows, more);
  }

  /** The lower ends of a column of estimates. */
  static double[] lows(Table table, String column) {
    return table.numbers(column + LOW);
  }

  /** The upper ends of a column of estimates. */
  static double[] highs(Table table, String column) {
    return table.numbers(column + HIGH);
  }

  /** A number as pages show it. */
  static String number(double value) {
    return Digits.of(value);
  }

  /** An interval as pages show it. */
  static String ends(Estimate estimate) {
    return "[" + number(estimate.low()) + ", " + number(estimate.high()) + "]";
  }
}
