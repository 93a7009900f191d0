package io.spindrift.cli.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A table of text with aligned columns. */
final class TextTable {
  private static final int NARROWEST = 24;

  private final List<List<String>> rows = new ArrayList<>();
  private final BitSet right = new BitSet();

  TextTable(String... headings) {
    rows.add(List.of(headings));
  }

  /** Aligns these columns, counted from 0, at their right; for numbers. Returns the table. */
  TextTable rightAligned(int... columns) {
    for (int column : columns) {
      right.set(column);
    }
    return this;
  }

  /** Adds a row with as many cells as there are headings. */
  void add(String... cells) {
    rows.add(List.of(cells));
  }

  /** Prints all rows, columns two spaces apart, no blanks at the end of a line. */
  void print(PrintWriter out) {
    print(out, Integer.MAX_VALUE);
  }

  /** The same, with the words of the last column wrapped into lines of at most {@code width}. */
  void print(PrintWriter out, int width) {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int c = 0; c < columns; c++) {
        widths[c] = Math.max(widths[c], row.get(c).codePointCount(0, row.get(c).length()));
      }
    }
    int before = 0;
    for (int c = 0; c < columns - 1; c++) {
      before += widths[c] + 2;
    }
    int room = Math.max(NARROWEST, width - before);
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < columns; c++) {
        String text = row.get(c);
        String cell =
            right.get(c)
                ? " ".repeat(widths[c] - text.codePointCount(0, text.length())) + text
                : text;
        line.append(
            c < columns - 1 ? cell : String.join("\n" + " ".repeat(before), wrapped(cell, room)));
        if (c < columns - 1) {
          line.repeat(' ', widths[c] - cell.codePointCount(0, cell.length()) + 2);
        }
      }
      line.toString().lines().forEach(one -> out.println(one.stripTrailing()));
    }
  }

  private static List<String> wrapped(String text, int room) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > room) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
