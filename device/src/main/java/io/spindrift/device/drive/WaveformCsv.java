package io.spindrift.device.drive;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.csv.CsvTable;
import io.spindrift.numerics.csv.CsvText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a measured waveform: columns {@code time_seconds} and {@code voltage_volts}.
 *
 * <p>Times must increase; they are counted from the first row, since oscilloscopes count from their
 * trigger. At most a million rows.
 */
public final class WaveformCsv {
  private static final String TIME = "time_seconds";
  private static final String VOLTAGE = "voltage_volts";
  private static final double MOST_VOLTS = 100;
  private static final double MOST_SECONDS = 1000;

  /**
   * Reads a file.
   *
   * @throws UnusableInput with file, line and column of what cannot be used
   */
  public static Waveform read(Path file) {
    CsvTable table = CsvTable.parse(CsvText.read(file), file.toString(), List.of(TIME, VOLTAGE));
    if (table.rows() < 2) {
      throw new UnusableInput(
          file + " must have at least 2 rows below its header, but has " + table.rows());
    }
    List<Waveform.Corner> corners = new ArrayList<>();
    double first = seconds(table, 0);
    double last = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < table.rows(); row++) {
      double seconds = seconds(table, row);
      if (!(seconds > last)) {
        throw table.refusal(row, TIME, "later than " + last + " on the row before");
      }
      last = seconds;
      corners.add(
          new Waveform.Corner(
              seconds - first, table.number(row, VOLTAGE, -MOST_VOLTS, MOST_VOLTS, "V")));
    }
    return new Waveform(corners);
  }

  private static double seconds(CsvTable table, int row) {
    return table.number(row, TIME, -MOST_SECONDS, MOST_SECONDS, "s");
  }

  private WaveformCsv() {}
}
