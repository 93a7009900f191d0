package io.spindrift.device.table;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.csv.CsvTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measured resistance in an applied field.
 *
 * <p>Rows may stand in any order and repeat one another, as the branches of a loop do.
 *
 * @param rows the readings in the order of the table
 */
public record FieldResistanceTable(List<Row> rows) implements ResistanceReadings {
  /** The column that tells such a table from one against bias. */
  static final String FIELD = "field_tesla";

  /** The columns that a table must name, in any order. */
  public static final List<String> COLUMNS =
      List.of(FIELD, "axis", "voltage_volts", "state", "resistance_ohms");

  private static final double HIGHEST_TESLA = 100;

  /**
   * One reading.
   *
   * @param fieldTesla applied field mu0 H, with its sign
   * @param axis axis along which it was applied
   * @param voltageVolts bias across the junction
   * @param antiparallel whether the free layer stood on the antiparallel side, below saturation
   * @param resistanceOhms voltage over current
   */
  public record Row(
      double fieldTesla,
      FieldAxis axis,
      double voltageVolts,
      boolean antiparallel,
      double resistanceOhms) {}

  /** Copies the rows. */
  public FieldResistanceTable {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("a resistance table must have rows, but had none");
    }
  }

  /**
   * Reads a table.
   *
   * @param text comma-separated values whose header names {@link #COLUMNS}
   * @param origin what the text is, for messages
   * @throws UnusableInput with line and column of the first row that cannot be used
   */
  public static FieldResistanceTable parse(String text, String origin) {
    CsvTable table = CsvTable.parse(text, origin, COLUMNS);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < table.rows(); i++) {
      rows.add(
          new Row(
              table.number(i, FIELD, -HIGHEST_TESLA, HIGHEST_TESLA, "T (12 mT is 0.012)"),
              axis(table, i),
              ResistanceTable.volts(table, i),
              StateText.antiparallel(table, i, "state"),
              ResistanceTable.ohms(table, i)));
    }
    return new FieldResistanceTable(rows);
  }

  private static FieldAxis axis(CsvTable table, int i) {
    return switch (table.text(i, "axis").toLowerCase(Locale.ROOT)) {
      case "x" -> FieldAxis.X;
      case "y" -> FieldAxis.Y;
      case "z" -> FieldAxis.Z;
      default -> throw table.refusal(i, "axis", "x, y or z");
    };
  }

  @Override
  public List<Double> ohms() {
    return rows.stream().map(Row::resistanceOhms).toList();
  }

  @Override
  public long biases() {
    return rows.stream().mapToDouble(row -> Math.abs(row.voltageVolts())).distinct().count();
  }

  /** Whether any reading was taken in a field across the easy axis. */
  public boolean tilts() {
    return rows.stream().anyMatch(row -> row.axis() != FieldAxis.Z && row.fieldTesla() != 0);
  }
}
