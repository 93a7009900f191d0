package io.spindrift.device.spec;

import io.spindrift.device.table.CountTable;
import io.spindrift.device.table.ResistanceTable;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.csv.CsvText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings the CSV files of a measured junction into its document. */
final class MeasuredFiles {
  private static final double ROOM_TEMPERATURE_KELVIN = 300;

  /** Whether a name ends as a CSV file does. */
  static boolean isCsv(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".csv");
  }

  /**
   * The document of a bare CSV file: named after the file, used at the highest voltage measured,
   * measured at the temperature that its column {@code temperature_kelvin} tells, or else taken to
   * be measured at 300 K, of unknown resistance.
   *
   * @throws UnusableInput when the file cannot be read or used
   */
  static Map<String, Object> document(Path file) {
    String text = CsvText.read(file);
    CountTable table = CountTable.parse(text, file.toString());
    double highest =
        table.rows().stream().mapToDouble(CountTable.Row::voltageVolts).max().orElseThrow();
    String name = String.valueOf(file.getFileName()).replaceFirst("(?i)\\.csv$", "");
    Map<String, Object> switching = new LinkedHashMap<>();
    switching.put(
        "temperature",
        table.temperatureKelvin().isPresent()
            ? table.temperatureKelvin().get() + " K"
            : Map.of(
                "value", ROOM_TEMPERATURE_KELVIN + " K",
                "source", "none",
                "kind", "assumed",
                "note", "the CSV file does not tell its temperature"));
    switching.put("csv", text);
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("kind", "measured");
    tree.put("name", name.isBlank() ? "measured" : name);
    tree.put("switching", switching);
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("voltage", highest + " V");
    table.temperatureKelvin().ifPresent(kelvin -> operation.put("temperature", kelvin + " K"));
    tree.put("operation", operation);
    return tree;
  }

  /**
   * The document with every {@code table: file} of a measured junction replaced by the text of the
   * file.
   *
   * @param folder what relative names are relative to, null for the working folder
   * @throws UnusableInput when a file cannot be read
   */
  static Map<String, Object> inlined(Map<String, Object> tree, @Nullable Path folder) {
    if (!"measured".equals(tree.get("kind"))) {
      return tree;
    }
    Map<String, Object> whole = new LinkedHashMap<>(tree);
    for (String part : List.of("switching", "resistance")) {
      if (tree.get(part) instanceof Map<?, ?> group && group.containsKey("table")) {
        whole.put(part, withText(part, group, folder));
      }
    }
    return whole;
  }

  private static Map<String, Object> withText(String part, Map<?, ?> group, @Nullable Path folder) {
    if (group.containsKey("csv")) {
      throw new UnusableInput(
          part + " must have either table (a file) or csv (its text), but has both");
    }
    Object named = group.get("table");
    Object name = named instanceof Map<?, ?> wrapped ? wrapped.get("value") : named;
    if (!(name instanceof String text)) {
      throw new UnusableInput(part + ".table must be the name of a CSV file, but is none");
    }
    try {
      Path file = folder == null ? Path.of(text) : folder.resolve(text);
      String csv = CsvText.read(file);
      if (part.equals("switching")) {
        CountTable.parse(csv, file.toString());
      } else {
        ResistanceTable.parse(csv, file.toString());
      }
      Map<String, Object> inline = new LinkedHashMap<>();
      group.forEach((key, value) -> inline.put(String.valueOf(key), value));
      inline.remove("table");
      if (named instanceof Map<?, ?> wrapped) {
        Map<String, Object> rewrapped = new LinkedHashMap<>();
        wrapped.forEach((key, value) -> rewrapped.put(String.valueOf(key), value));
        rewrapped.put("value", csv);
        inline.put("csv", rewrapped);
      } else {
        inline.put("csv", csv);
      }
      return inline;
    } catch (InvalidPathException broken) {
      throw new UnusableInput(part + ".table must be the name of a CSV file, but was " + text);
    }
  }

  private MeasuredFiles() {}
}
