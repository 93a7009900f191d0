package io.spindrift.device.table;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.csv.CsvTable;
import java.util.List;

/** Readings of resistance: against bias, or in a field. */
public sealed interface ResistanceReadings permits ResistanceTable, FieldResistanceTable {
  /** Resistances in ohms in the order of the table. */
  List<Double> ohms();

  /** How many different biases there are, of either sign. */
  long biases();

  /**
   * Reads a table in a field where its header names {@code field_tesla}, else one against bias.
   *
   * @param text comma-separated values
   * @param origin what the text is, for messages
   * @throws UnusableInput with line and column of the first row that cannot be used
   */
  static ResistanceReadings parse(String text, String origin) {
    CsvTable table = CsvTable.parse(text, origin, List.of("resistance_ohms"));
    return table.has(FieldResistanceTable.FIELD)
        ? FieldResistanceTable.parse(text, origin)
        : ResistanceTable.parse(text, origin);
  }
}
