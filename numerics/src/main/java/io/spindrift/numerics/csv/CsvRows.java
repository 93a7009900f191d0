package io.spindrift.numerics.csv;

import io.spindrift.numerics.UnusableInput;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * The rows of a text, each with the line in which it begins; blank lines and comments left out.
 *
 * @param rows cells of each row, stripped of space around them; empty cells at the end left out
 * @param lines line of each row, counted from 1
 */
record CsvRows(List<String[]> rows, List<Integer> lines) {
  static final int MOST_ROWS = 1_000_000;
  private static final int LONGEST_CELL = 4096;
  private static final int MOST_CELLS = 256;

  private static final CsvMapper MAPPER =
      CsvMapper.builder(
              CsvFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(LONGEST_CELL).build())
                  .build())
          .enable(CsvReadFeature.ALLOW_COMMENTS)
          .enable(CsvReadFeature.TRIM_SPACES)
          .enable(CsvReadFeature.SKIP_EMPTY_LINES)
          .enable(CsvReadFeature.WRAP_AS_ARRAY)
          .build();

  static CsvRows of(String text, String origin) {
    List<String[]> rows = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    try (JsonParser parser = MAPPER.reader().createParser(text)) {
      JsonToken token = parser.nextToken();
      while (token != null) {
        if (token == JsonToken.VALUE_STRING) {
          lines.add(parser.currentTokenLocation().getLineNr());
          rows.add(row(parser, origin));
          if (rows.size() > MOST_ROWS + 1) {
            throw new UnusableInput(
                origin + " has more than " + MOST_ROWS + " rows; give at most that many");
          }
        }
        token = parser.nextToken();
      }
    } catch (JacksonException broken) {
      int line = broken.getLocation() == null ? -1 : broken.getLocation().getLineNr();
      String reason = broken.getOriginalMessage().lines().findFirst().orElse("").strip();
      throw new UnusableInput(
          "%s%s cannot be read (%s); give comma-separated values, quotes closed"
              .formatted(
                  origin,
                  line >= 1
                      ? ", line " + line
                      : lines.isEmpty() ? "" : ", after line " + lines.getLast(),
                  reason.length() > 160 ? reason.substring(0, 160) + "..." : reason),
          broken);
    }
    return new CsvRows(rows, lines);
  }

  private static String[] row(JsonParser parser, String origin) {
    List<String> cells = new ArrayList<>();
    int line = parser.currentTokenLocation().getLineNr();
    while (parser.currentToken() == JsonToken.VALUE_STRING) {
      cells.add(parser.getString().strip());
      if (cells.size() > MOST_CELLS) {
        throw new UnusableInput(
            "%s, line %d: has more than %d cells; give at most that many"
                .formatted(origin, line, MOST_CELLS));
      }
      parser.nextToken();
    }
    while (cells.size() > 1 && cells.getLast().isEmpty()) {
      cells.removeLast();
    }
    return cells.toArray(String[]::new);
  }
}
