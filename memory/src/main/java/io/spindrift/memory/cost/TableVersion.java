package io.spindrift.memory.cost;

import io.spindrift.numerics.UnusableInput;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the first line of a table of prices says: which table it is, its version and its date.
 *
 * <p>The line reads {@code # spindrift NAME version N, YYYY-MM-DD}. The version counts the meaning
 * of the columns; the date is that of the numbers. A table without the line begins with its header:
 * it is of the first version, from before there were others, and its day is unknown.
 *
 * @param name which table it is, such as {@code "action-prices"}
 * @param number version of its columns
 * @param date day of its numbers, such as {@code "2026-11-29"}, empty where it is unknown
 */
public record TableVersion(String name, int number, Optional<String> date) {
  private static final Pattern LINE =
      Pattern.compile("# spindrift ([a-z-]+) version (\\d{1,4}), (\\d{4}-[01]\\d-[0-3]\\d)");

  /** The version in words, for reports. */
  public String words() {
    return name + " version " + number + date.map(day -> ", " + day).orElse(", without a date");
  }

  /**
   * Reads the first line of a table.
   *
   * @throws UnusableInput when it is none, or names another table or version
   */
  static TableVersion of(String origin, String line, String name, int number) {
    String accepted = "# spindrift " + name + " version " + number + ", YYYY-MM-DD";
    TableVersion found = line.startsWith("#") ? stated(origin, line, accepted) : first(name);
    if (!found.name().equals(name) || found.number() != number) {
      throw new UnusableInput(
          origin
              + ", line 1: is "
              + found.name()
              + " version "
              + found.number()
              + (found.date().isPresent() ? "" : " for want of a first line '" + accepted + "'")
              + ", but this program reads "
              + name
              + " version "
              + number);
    }
    return found;
  }

  private static TableVersion first(String name) {
    return new TableVersion(name, 1, Optional.empty());
  }

  private static TableVersion stated(String origin, String line, String accepted) {
    Matcher match = LINE.matcher(line.strip());
    if (!match.matches()) {
      throw new UnusableInput(
          origin + ", line 1: must read '" + accepted + "' with the day of the numbers");
    }
    return new TableVersion(
        match.group(1), Integer.parseInt(match.group(2)), Optional.of(match.group(3)));
  }
}
