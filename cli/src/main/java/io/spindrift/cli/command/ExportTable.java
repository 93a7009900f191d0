package io.spindrift.cli.command;

import io.spindrift.device.export.SwitchingTable;
import io.spindrift.device.export.SwitchingTable.Row;
import io.spindrift.device.spec.LoadedDevice;
import io.spindrift.experiment.run.Table;
import io.spindrift.numerics.document.Document;
import java.util.List;
import java.util.Map;

/** A switching table as the columns of a Parquet file and as one JSON document. */
final class ExportTable {
  /** The columns, named as those of the CSV file. */
  static Table columns(SwitchingTable table) {
    List<Row> rows = table.rows();
    Table columns =
        Table.named("switching")
            .reals("voltage_volts", rows.stream().mapToDouble(Row::voltageVolts).toArray())
            .reals("pulse_seconds", rows.stream().mapToDouble(Row::pulseSeconds).toArray())
            .words(
                "from_state",
                rows.stream().map(row -> row.from().shortName()).toArray(String[]::new))
            .reals(
                "temperature_kelvin", rows.stream().mapToDouble(Row::temperatureKelvin).toArray())
            .reals("probability", rows.stream().mapToDouble(Row::probability).toArray())
            .reals("standard_error", rows.stream().mapToDouble(Row::standardError).toArray());
    return table.counted()
        ? columns
            .wholes("trials", rows.stream().mapToLong(Row::trials).toArray())
            .wholes("switched", rows.stream().mapToLong(Row::switched).toArray())
        : columns;
  }

  /**
   * The document.
   *
   * @param loaded the device, all its values and their sources
   * @param how method, seed and settings, in the order in which they are shown
   * @param table the points
   */
  static Map<String, Object> document(
      LoadedDevice loaded, Map<String, Object> how, SwitchingTable table) {
    Map<String, Object> document =
        JsonOutput.object("format", "spindrift switching table", "formatVersion", 1);
    document.put("device", loaded.spec().name());
    document.putAll(how);
    document.put(
        "versions",
        JsonOutput.object("spindrift", Versions.spindrift(), "platform", Versions.platform()));
    document.put(
        "parameters", Document.readYaml(Document.writeYaml(loaded.spec()), loaded.origin()));
    document.put(
        "sources",
        loaded.provenance().stream()
            .map(p -> JsonOutput.object("path", p.path(), "source", p.source(), "note", p.note()))
            .toList());
    document.put("points", table.rows().stream().map(row -> point(row, table.counted())).toList());
    return document;
  }

  private static Map<String, Object> point(Row row, boolean counted) {
    Map<String, Object> point =
        JsonOutput.object(
            "voltageVolts", row.voltageVolts(),
            "pulseSeconds", row.pulseSeconds(),
            "from", row.from().shortName(),
            "temperatureKelvin", row.temperatureKelvin(),
            "probability", row.probability(),
            "standardError", row.standardError());
    if (counted) {
      point.put("trials", row.trials());
      point.put("switched", row.switched());
    }
    return point;
  }

  private ExportTable() {}
}
