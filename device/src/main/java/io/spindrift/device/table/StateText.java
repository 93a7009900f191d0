package io.spindrift.device.table;

import io.spindrift.device.MagneticState;
import io.spindrift.numerics.csv.CsvTable;

/** The magnetic state as tables write it. */
final class StateText {
  /** Whether a cell says antiparallel (ap, antiparallel, 1) and not parallel (p, parallel, 0). */
  static boolean antiparallel(CsvTable table, int row, String column) {
    String text = table.text(row, column);
    return switch (text) {
      case "1" -> true;
      case "0" -> false;
      default ->
          MagneticState.named(text)
                  .orElseThrow(() ->
                      table.refusal(row, column, "p, parallel or 0, or else ap, antiparallel or 1"))
              == MagneticState.ANTIPARALLEL;
    };
  }

  private StateText() {}
}
