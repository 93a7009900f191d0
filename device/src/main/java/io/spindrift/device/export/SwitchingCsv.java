package io.spindrift.device.export;

import io.spindrift.device.export.SwitchingTable.Row;
import java.util.List;

/**
 * A switching table as comma-separated values.
 *
 * <p>The same text in every locale: a dot before decimals, a line feed after each row, and each
 * double in the shortest decimal form from which the same double is read. Where pulses were
 * counted, the columns {@code trials} and {@code switched} follow, so that the file is also a table
 * of measured pulses.
 */
public final class SwitchingCsv {
  /** Columns of every table. */
  public static final List<String> COLUMNS =
      List.of(
          "voltage_volts",
          "pulse_seconds",
          "from_state",
          "temperature_kelvin",
          "probability",
          "standard_error");

  /** Further columns of a table whose pulses were counted. */
  public static final List<String> COUNTS = List.of("trials", "switched");

  /** The text of a table, header first. */
  public static String text(SwitchingTable table) {
    boolean counted = table.counted();
    StringBuilder text = new StringBuilder(String.join(",", COLUMNS));
    if (counted) {
      text.append(',').append(String.join(",", COUNTS));
    }
    text.append('\n');
    for (Row row : table.rows()) {
      text.append(row.voltageVolts())
          .append(',')
          .append(row.pulseSeconds())
          .append(',')
          .append(row.from().shortName())
          .append(',')
          .append(row.temperatureKelvin())
          .append(',')
          .append(row.probability())
          .append(',')
          .append(row.standardError());
      if (counted) {
        text.append(',').append(row.trials()).append(',').append(row.switched());
      }
      text.append('\n');
    }
    return text.toString();
  }

  private SwitchingCsv() {}
}
