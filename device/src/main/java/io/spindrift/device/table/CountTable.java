package io.spindrift.device.table;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.csv.CsvTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counted pulses: how many of how many switched the junction, by voltage, width and state.
 *
 * <p>Within one curve (a voltage and a state) pulse widths must increase from row to row; curves
 * may stand one after the other or interleaved.
 *
 * @param rows the counts in the order of the table
 * @param temperatureKelvin temperature of the measurement where the table tells it, in a column
 *     {@code temperature_kelvin}, one for all rows
 */
public record CountTable(List<Row> rows, Optional<Double> temperatureKelvin) {
  /** The columns that a table must name, in any order. */
  public static final List<String> COLUMNS =
      List.of("voltage_volts", "pulse_seconds", "from_state", "trials", "switched");

  private static final String TEMPERATURE = "temperature_kelvin";
  private static final double HIGHEST_KELVIN = 1e4;
  private static final double HIGHEST_VOLTS = 100;
  private static final double SHORTEST_SECONDS = 1e-15;
  private static final double LONGEST_SECONDS = 1;
  private static final long MOST_TRIALS = 1_000_000_000_000_000L;

  /**
   * One row.
   *
   * @param voltageVolts pulse amplitude; positive lowers the anisotropy
   * @param pulseSeconds pulse width
   * @param fromAntiparallel whether the pulses met the antiparallel state
   * @param trials number of pulses
   * @param switched how many of them switched the junction
   */
  public record Row(
      double voltageVolts,
      double pulseSeconds,
      boolean fromAntiparallel,
      long trials,
      long switched) {

    /** Checks the counts. */
    public Row {
      if (trials < 1 || switched < 0 || switched > trials) {
        throw new IllegalArgumentException(
            "switched must be between 0 and trials, but was " + switched + " of " + trials);
      }
    }

    /** Share of the pulses that switched. */
    public double share() {
      return (double) switched / trials;
    }
  }

  private record CurveKey(double voltageVolts, boolean fromAntiparallel) {}

  /** Counts at a temperature that is told elsewhere. */
  public CountTable(List<Row> rows) {
    this(rows, Optional.empty());
  }

  /** Copies the rows. */
  public CountTable {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("a switching table must have rows, but had none");
    }
  }

  /**
   * Reads a table.
   *
   * @param text comma-separated values whose header names {@link #COLUMNS}
   * @param origin what the text is, for messages
   * @throws UnusableInput with line and column of the first row that cannot be used
   */
  public static CountTable parse(String text, String origin) {
    CsvTable table = CsvTable.parse(text, origin, COLUMNS);
    Optional<Double> kelvin = temperature(table);
    List<Row> rows = new ArrayList<>();
    Map<CurveKey, Integer> last = new HashMap<>();
    for (int i = 0; i < table.rows(); i++) {
      Row row = row(table, i);
      Integer before =
          last.put(new CurveKey(row.voltageVolts(), row.fromAntiparallel()), rows.size());
      if (before != null && !(row.pulseSeconds() > rows.get(before).pulseSeconds())) {
        throw outOfOrder(table, i, before, row, rows.get(before));
      }
      rows.add(row);
    }
    return new CountTable(rows, kelvin);
  }

  private static Optional<Double> temperature(CsvTable table) {
    if (!table.has(TEMPERATURE)) {
      return Optional.empty();
    }
    double first = table.number(0, TEMPERATURE, 0, HIGHEST_KELVIN, "K");
    for (int i = 0; i < table.rows(); i++) {
      if (!(first > 0) || table.number(i, TEMPERATURE, 0, HIGHEST_KELVIN, "K") != first) {
        throw table.refusal(
            i, TEMPERATURE, "positive and the same in every row; give one file a temperature");
      }
    }
    return Optional.of(first);
  }

  private static Row row(CsvTable table, int i) {
    // Adding zero turns -0.0 into 0.0, which the key of a curve would tell apart.
    double volts = table.number(i, "voltage_volts", -HIGHEST_VOLTS, HIGHEST_VOLTS, "V") + 0.0;
    double seconds =
        table.number(i, "pulse_seconds", SHORTEST_SECONDS, LONGEST_SECONDS, "s (1.4 ns is 1.4e-9)");
    boolean antiparallel = StateText.antiparallel(table, i, "from_state");
    long trials = table.count(i, "trials", 1, MOST_TRIALS);
    long switched = table.count(i, "switched", 0, MOST_TRIALS);
    if (switched > trials) {
      throw table.refusal(
          i, "switched", "at most trials, which is " + trials + " (a probability is at most 1)");
    }
    return new Row(volts, seconds, antiparallel, trials, switched);
  }

  private static UnusableInput outOfOrder(
      CsvTable table, int row, int earlier, Row now, Row before) {
    return now.pulseSeconds() == before.pulseSeconds()
        ? table.refusal(
            row,
            ("repeats voltage, pulse width and state of line %d; add the counts of both into one"
                    + " row")
                .formatted(table.line(earlier)))
        : table.refusal(
            row,
            ("pulse_seconds %s comes after %s of line %d at the same voltage and state; sort the"
                    + " rows by voltage_volts, from_state, pulse_seconds")
                .formatted(now.pulseSeconds(), before.pulseSeconds(), table.line(earlier)));
  }
}
