package io.spindrift.experiment.run;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A named table of equally long columns: one curve or series of a run.
 *
 * @param name file name without ending, in snake case
 * @param columns columns by name, in order
 */
public record Table(String name, Map<String, Column> columns) {
  /** One column of one type. */
  public sealed interface Column {
    /** Number of rows. */
    int length();
  }

  /** Real numbers; NaN where unknown. */
  public record Reals(double[] values) implements Column {
    @Override
    public int length() {
      return values.length;
    }
  }

  /** Whole numbers. */
  public record Wholes(long[] values) implements Column {
    @Override
    public int length() {
      return values.length;
    }
  }

  /** Words; empty where unknown. */
  public record Words(String[] values) implements Column {
    @Override
    public int length() {
      return values.length;
    }
  }

  /** Checks that all columns are equally long. */
  public Table {
    columns = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    if (columns.values().stream().mapToInt(Column::length).distinct().count() > 1) {
      throw new IllegalArgumentException("the columns of table " + name + " differ in length");
    }
  }

  /** An empty table to which columns are added. */
  public static Table named(String name) {
    return new Table(name, Map.of());
  }

  /** This table with one more column of real numbers. */
  public Table reals(String column, double... values) {
    return with(column, new Reals(values));
  }

  /** This table with one more column of whole numbers. */
  public Table wholes(String column, long... values) {
    return with(column, new Wholes(values));
  }

  /** This table with one more column of words. */
  public Table words(String column, String... values) {
    return with(column, new Words(values));
  }

  /** Number of rows. */
  public int rows() {
    return columns.values().stream().mapToInt(Column::length).findFirst().orElse(0);
  }

  /** The numbers of a column of real or whole numbers. */
  public double[] numbers(String column) {
    return switch (column(column)) {
      case Reals reals -> reals.values();
      case Wholes wholes -> java.util.Arrays.stream(wholes.values()).asDoubleStream().toArray();
      case Words words ->
          throw new IllegalArgumentException("column " + column + " of " + name + " holds words");
    };
  }

  /** The words of a column of words. */
  public String[] texts(String column) {
    if (column(column) instanceof Words words) {
      return words.values();
    }
    throw new IllegalArgumentException("column " + column + " of " + name + " holds numbers");
  }

  private Column column(String column) {
    Column found = columns.get(column);
    if (found == null) {
      throw new IllegalArgumentException("table " + name + " has no column " + column);
    }
    return found;
  }

  private Table with(String column, Column values) {
    Map<String, Column> more = new LinkedHashMap<>(columns);
    more.put(column, values);
    return new Table(name, more);
  }
}
