package io.spindrift.cli.command;

import picocli.CommandLine.Model.CommandSpec;

/** The command line as it was given, for the record. */
final class CommandText {
  /** The words of a command that has been parsed. */
  static String of(CommandSpec spec) {
    return "spindrift " + String.join(" ", spec.commandLine().getParseResult().originalArgs());
  }

  private CommandText() {}
}
