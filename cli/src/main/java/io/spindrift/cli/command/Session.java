package io.spindrift.cli.command;

import io.spindrift.cli.terminal.StopSwitch;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * What one start of the program has at hand.
 *
 * @param out standard output, for results alone
 * @param err standard error, for progress and sentences
 * @param stop the wish to stop
 * @param columns width of the terminal on standard error, 0 when it is none
 */
public record Session(PrintWriter out, PrintWriter err, StopSwitch stop, int columns) {
  /** Prints a line of result, with a point in decimal numbers wherever the user lives. */
  void print(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
