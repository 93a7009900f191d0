package io.spindrift.device.table;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.csv.CsvTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Measured resistance against bias in both states.
 *
 * <p>Within one state the voltages must increase from row to row.
 *
 * @param rows the readings in the order of the table
 */
public record ResistanceTable(List<Row> rows) implements ResistanceReadings {
  /** The columns that a table must name, in any order. */
  public static final List<String> COLUMNS = List.of("voltage_volts", "state", "resistance_ohms");

  private static final double HIGHEST_VOLTS = 100;

  /**
   * One reading.
   *
   * @param voltageVolts bias across the junction
   * @param antiparallel whether the junction was antiparallel
   * @param resistanceOhms voltage over current
   */
  public record Row(double voltageVolts, boolean antiparallel, double resistanceOhms) {}

  /** Copies the rows. */
  public ResistanceTable {
    rows = List.copyOf(rows);
  }

  /**
   * Reads a table.
   *
   * @param text comma-separated values whose header names {@link #COLUMNS}
   * @param origin what the text is, for messages
   * @throws UnusableInput with line and column of the first row that cannot be used, or when a
   *     state is missing
   */
  public static ResistanceTable parse(String text, String origin) {
    CsvTable table = CsvTable.parse(text, origin, COLUMNS);
    if (table.has(FieldResistanceTable.FIELD)) {
      throw new UnusableInput(
          origin
              + " holds readings in a field (column field_tesla), which device fit takes; here it"
              + " must be "
              + String.join(",", COLUMNS));
    }
    List<Row> rows = new ArrayList<>();
    Map<Boolean, Integer> last = new HashMap<>();
    for (int i = 0; i < table.rows(); i++) {
      Row row = new Row(volts(table, i), StateText.antiparallel(table, i, "state"), ohms(table, i));
      Integer before = last.put(row.antiparallel(), i);
      if (before != null && !(row.voltageVolts() > rows.get(before).voltageVolts())) {
        throw table.refusal(
            i,
            ("voltage_volts %s comes after %s of line %d in the same state; sort the rows by state"
                    + " and voltage_volts, each voltage once")
                .formatted(
                    row.voltageVolts(), rows.get(before).voltageVolts(), table.line(before)));
      }
      rows.add(row);
    }
    for (boolean antiparallel : new boolean[] {false, true}) {
      if (!last.containsKey(antiparallel)) {
        throw new UnusableInput(
            "%s has no row of state %s; give readings of both states"
                .formatted(origin, antiparallel ? "ap" : "p"));
      }
    }
    return new ResistanceTable(rows);
  }

  static double volts(CsvTable table, int row) {
    return table.number(row, "voltage_volts", -HIGHEST_VOLTS, HIGHEST_VOLTS, "V");
  }

  static double ohms(CsvTable table, int row) {
    return table.number(row, "resistance_ohms", 1e-3, 1e15, "Ohm");
  }

  @Override
  public List<Double> ohms() {
    return rows.stream().map(Row::resistanceOhms).toList();
  }

  @Override
  public long biases() {
    return rows.stream().mapToDouble(row -> Math.abs(row.voltageVolts())).distinct().count();
  }

  /** The readings of one state by increasing bias. */
  public List<Row> of(boolean antiparallel) {
    return rows.stream().filter(row -> row.antiparallel() == antiparallel).toList();
  }
}
