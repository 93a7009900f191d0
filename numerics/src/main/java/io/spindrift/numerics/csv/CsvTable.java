package io.spindrift.numerics.csv;

import io.spindrift.numerics.UnusableInput;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Rows of text under named columns.
 *
 * <p>The first line that is neither empty nor a comment (#) names the columns, in any order;
 * columns that nobody asks for are kept and ignored. Cells may be quoted. Lines may end in LF or
 * CRLF.
 */
public final class CsvTable {
  private static final int LONGEST_SHOWN = 40;
  private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9.]+([eE][-+]?\\d+)?");

  private final String origin;
  private final Map<String, Integer> columns;
  private final List<String[]> rows;
  private final int[] lines;

  private CsvTable(
      String origin, Map<String, Integer> columns, List<String[]> rows, List<Integer> lines) {
    this.origin = origin;
    this.columns = Map.copyOf(columns);
    this.rows = List.copyOf(rows);
    this.lines = lines.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * Reads a table.
   *
   * @param text the text
   * @param origin what the text is, for messages
   * @param required columns that must be there
   * @throws UnusableInput when it is empty or broken, has over a million rows, lacks a required
   *     column, names one twice, or has a row of another length than its header
   */
  public static CsvTable parse(String text, String origin, List<String> required) {
    CsvRows read = CsvRows.of(text, origin);
    if (read.rows().isEmpty()) {
      throw new UnusableInput(
          origin + " is empty; its first line must be " + String.join(",", required));
    }
    String[] header = read.rows().getFirst();
    int line = read.lines().getFirst();
    Map<String, Integer> columns = columns(header, line, origin, required);
    List<String[]> rows = read.rows().subList(1, read.rows().size());
    if (rows.isEmpty()) {
      throw new UnusableInput(
          origin + " has a header but no rows; give at least one line of values below it");
    }
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).length != header.length) {
        throw new UnusableInput(
            "%s, line %d: has %d cells, but the header names %d columns; give one cell a column"
                .formatted(origin, read.lines().get(i + 1), rows.get(i).length, header.length));
      }
    }
    return new CsvTable(origin, columns, rows, read.lines().subList(1, read.lines().size()));
  }

  private static Map<String, Integer> columns(
      String[] header, int line, String origin, List<String> required) {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < header.length; i++) {
      String name = header[i].toLowerCase(Locale.ROOT);
      if (columns.put(name, i) != null) {
        throw new UnusableInput(
            "%s, line %d: column %s is named twice; name each column once"
                .formatted(origin, line, shown(header[i])));
      }
    }
    List<String> missing = required.stream().filter(name -> !columns.containsKey(name)).toList();
    if (!missing.isEmpty()) {
      boolean other =
          header.length == 1 && (header[0].indexOf(';') >= 0 || header[0].indexOf('\t') >= 0);
      throw new UnusableInput(
          "%s, line %d: %s; the first line must name the columns %s, in any order"
              .formatted(
                  origin,
                  line,
                  other
                      ? "columns must be separated by commas"
                      : (missing.size() == 1 ? "column " : "columns ")
                          + String.join(", ", missing)
                          + (missing.size() == 1 ? " is missing" : " are missing"),
                  String.join(",", required)));
    }
    return columns;
  }

  /** Number of rows below the header. */
  public int rows() {
    return rows.size();
  }

  /** Whether the header names a column. */
  public boolean has(String column) {
    return columns.containsKey(column);
  }

  /** Line of the text in which a row begins, counted from 1. */
  public int line(int row) {
    return lines[row];
  }

  /** A cell as it stands. */
  public String text(int row, String column) {
    Integer at = columns.get(column);
    if (at == null) {
      throw new IllegalArgumentException(origin + " has no column " + column);
    }
    return rows.get(row)[at];
  }

  /**
   * A cell as a finite number in [low, high].
   *
   * @param unit unit for the message, may be empty
   * @throws UnusableInput with line and column when it is none
   */
  public double number(int row, String column, double low, double high, String unit) {
    String constraint =
        "a number between %s and %s%s"
            .formatted(plain(low), plain(high), unit.isEmpty() ? "" : " " + unit);
    double value;
    try {
      value = Double.parseDouble(decimal(text(row, column)));
    } catch (NumberFormatException unreadable) {
      throw refusal(row, column, constraint);
    }
    if (!(value >= low && value <= high)) {
      throw refusal(row, column, constraint);
    }
    return value;
  }

  /**
   * A cell as a whole number in [low, high], at most 2^53.
   *
   * @throws UnusableInput with line and column when it is none
   */
  public long count(int row, String column, long low, long high) {
    String constraint = "a whole number between " + low + " and " + high;
    double value;
    try {
      value = Double.parseDouble(decimal(text(row, column)));
    } catch (NumberFormatException unreadable) {
      throw refusal(row, column, constraint);
    }
    if (!(value >= low && value <= high) || value != Math.rint(value)) {
      throw refusal(row, column, constraint);
    }
    return (long) value;
  }

  /** The refusal of a cell: line, column, what it must be, what it was. */
  public UnusableInput refusal(int row, String column, String constraint) {
    return new UnusableInput(
        "%s, line %d, column %s: must be %s, but was %s"
            .formatted(origin, line(row), column, constraint, shown(text(row, column))));
  }

  /** The refusal of a whole row. */
  public UnusableInput refusal(int row, String sentence) {
    return new UnusableInput("%s, line %d: %s".formatted(origin, line(row), sentence));
  }

  /** Decimal text alone: Java would also read "1d", "0x1p3" and "NaN". */
  private static String decimal(String text) {
    boolean decimal = text.length() <= LONGEST_SHOWN && DECIMAL.matcher(text).matches();
    return decimal ? text : "none";
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static String shown(String text) {
    String line = text.replaceAll("\\p{Cntrl}", "?");
    String cut = line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "..." : line;
    return '"' + cut + '"';
  }
}
