package io.spindrift.memory.cost;

import io.spindrift.numerics.UnusableInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A small comma-separated table below a header, and that below a line with its version unless it is
 * the first; quoted fields may hold commas, not line ends.
 */
final class CsvTable {
  private static final long MOST_BYTES = 1 << 20;

  /** What some spreadsheets write before the first line. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** What a table must be: its name, the version of its columns, and the columns. */
  record Form(String name, int version, List<String> columns) {}

  private final String origin;
  private final TableVersion version;
  private final List<String> header;
  private final List<Map<String, String>> rows = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();

  private CsvTable(String origin, String text, Form form) {
    this.origin = origin;
    List<String> all =
        (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).lines().toList();
    String first = all.isEmpty() ? "" : all.getFirst();
    this.version = TableVersion.of(origin, first, form.name(), form.version());
    int head = version.date().isPresent() ? 1 : 0;
    this.header = all.size() <= head ? List.of() : fields(head + 1, all.get(head));
    if (!header.equals(form.columns())) {
      throw new UnusableInput(
          origin
              + ", line "
              + (head + 1)
              + ": the header must be "
              + String.join(",", form.columns()));
    }
    for (int i = head + 1; i < all.size(); i++) {
      if (!all.get(i).isBlank()) {
        add(i + 1, fields(i + 1, all.get(i)));
      }
    }
    if (rows.isEmpty()) {
      throw new UnusableInput(origin + ": has a header but no rows; give at least one");
    }
  }

  TableVersion version() {
    return version;
  }

  private void add(int line, List<String> fields) {
    if (fields.size() != header.size()) {
      throw new UnusableInput(
          origin
              + ", line "
              + line
              + ": must have "
              + header.size()
              + " fields, but has "
              + fields.size());
    }
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      row.put(header.get(i), fields.get(i));
    }
    rows.add(row);
    lines.add(line);
  }

  /** Reads a table that ships with the program. */
  static CsvTable resource(String file, Form form) {
    try (InputStream in = CsvTable.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("resource " + file + " is missing");
      }
      return new CsvTable(file, new String(in.readAllBytes(), StandardCharsets.UTF_8), form);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a user's table. */
  static CsvTable file(Path file, Form form) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new UnusableInput(file + ": must be at most 1 MiB, but is larger");
      }
      return new CsvTable(file.toString(), Files.readString(file), form);
    } catch (IOException e) {
      throw new UnusableInput(
          file
              + " cannot be read; a CSV file with the columns "
              + String.join(",", form.columns())
              + " is accepted",
          e);
    }
  }

  /** Turns every row into a value; a row that is refused is reported with its line. */
  <T> List<T> map(Function<Row, T> reader) {
    List<T> values = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      try {
        values.add(reader.apply(new Row(rows.get(i))));
      } catch (IllegalArgumentException e) {
        throw new UnusableInput(origin + ", line " + lines.get(i) + ": " + e.getMessage(), e);
      }
    }
    return List.copyOf(values);
  }

  /** One row. */
  record Row(Map<String, String> fields) {
    String text(String column) {
      String text = fields.getOrDefault(column, "").strip();
      if (text.isEmpty()) {
        throw new IllegalArgumentException(column + " must not be blank");
      }
      return text;
    }

    /** A number, or empty where the field is blank: unknown is not zero. */
    OptionalDouble number(String column) {
      String text = fields.getOrDefault(column, "").strip();
      if (text.isEmpty()) {
        return OptionalDouble.empty();
      }
      double value;
      try {
        value = Double.parseDouble(text);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            column + " must be a number or blank, but was '" + text + "'", e);
      }
      if (!(value > 0) || Double.isInfinite(value)) {
        throw new IllegalArgumentException(
            column + " must be positive and finite, or blank where unknown, but was " + text);
      }
      return OptionalDouble.of(value);
    }

    /** A number times a factor, or empty. */
    OptionalDouble scaled(String column, double factor) {
      OptionalDouble value = number(column);
      return value.isPresent()
          ? OptionalDouble.of(value.getAsDouble() * factor)
          : OptionalDouble.empty();
    }

    /** A number of any sign. */
    double signed(String column) {
      return Double.parseDouble(text(column));
    }

    double known(String column) {
      return number(column)
          .orElseThrow(() -> new IllegalArgumentException(column + " must not be blank"));
    }
  }

  private List<String> fields(int number, String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        field.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    if (quoted) {
      throw new UnusableInput(origin + ", line " + number + ": a quote must be closed on its line");
    }
    fields.add(field.toString());
    return fields;
  }
}
