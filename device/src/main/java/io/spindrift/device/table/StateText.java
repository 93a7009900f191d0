package io.spindrift.device.table;

import io.spindrift.numerics.csv.CsvTable;
import java.util.Locale;

/** The magnetic state as tables write it; tables lie below the descriptions and know no state. */
final class StateText {
  /** Whether a cell says antiparallel (ap, antiparallel, 1) and not parallel (p, parallel, 0). */
  static boolean antiparallel(CsvTable table, int row, String column) {
    return switch (table.text(row, column).toLowerCase(Locale.ROOT)) {
      case "ap", "antiparallel", "1" -> true;
      case "p", "parallel", "0" -> false;
      default ->
          throw table.refusal(row, column, "p, parallel or 0, or else ap, antiparallel or 1");
    };
  }

  private StateText() {}
}
