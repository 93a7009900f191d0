package io.spindrift.cli.command;

import io.spindrift.numerics.UnusableInput;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code device export} can write. */
enum ExportFormat {
  PARQUET("parquet", ".parquet", true),
  CSV("csv", ".csv", true),
  JSON("json", ".json", true),
  SPICE("spice", ".cir", false),
  VERILOG_A("verilog-a", ".va", false);

  private final String word;
  private final String ending;
  private final boolean table;

  ExportFormat(String word, String ending, boolean table) {
    this.word = word;
    this.ending = ending;
    this.table = table;
  }

  /** The name on the command line. */
  String word() {
    return word;
  }

  /** The ending of its files, with the dot. */
  String ending() {
    return ending;
  }

  /** Whether it holds a table of probabilities; else it holds a circuit model. */
  boolean table() {
    return table;
  }

  /** The format that was named, or else the one that the ending of the file means. */
  static ExportFormat of(@Nullable String named, @Nullable Path out) {
    if (named != null) {
      return Arrays.stream(values())
          .filter(format -> format.word.equals(named.toLowerCase(Locale.ROOT)))
          .findFirst()
          .orElseThrow(() ->
              new UnusableInput(
                  "--format must be one of " + words() + ", but was '" + named + "'"));
    }
    String file = out == null ? "" : String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> file.endsWith(format.ending))
        .findFirst()
        .orElseThrow(() ->
            new UnusableInput(
                "--format must be given, one of "
                    + words()
                    + "; or --out a file that ends in "
                    + Arrays.stream(values())
                        .map(ExportFormat::ending)
                        .collect(Collectors.joining(", "))));
  }

  private static String words() {
    return Arrays.stream(values()).map(ExportFormat::word).collect(Collectors.joining(", "));
  }
}
