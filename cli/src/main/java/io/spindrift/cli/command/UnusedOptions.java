package io.spindrift.cli.command;

import io.spindrift.numerics.UnusableInput;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** Options that were given and change nothing: told or refused, never passed over in silence. */
final class UnusedOptions {
  /**
   * Tells of options without effect, for scripts that give one set of options to every method.
   *
   * @param reason why they have none, such as {@code with --method fokker-planck}
   */
  static void tell(Session session, CommandSpec command, String reason, String... names) {
    List<String> given = given(command, names);
    if (!given.isEmpty()) {
      session.err().println(String.join(", ", given) + ": without effect " + reason);
    }
  }

  /**
   * Refuses options that ask for physics which the device does not have.
   *
   * @param reason why, such as {@code for a compact fit}
   * @throws UnusableInput when one of them was given
   */
  static void refuse(CommandSpec command, String reason, String... names) {
    List<String> given = given(command, names);
    if (!given.isEmpty()) {
      throw new UnusableInput(String.join(", ", given) + " must be left out " + reason);
    }
  }

  private static List<String> given(CommandSpec command, String... names) {
    return Stream.of(names)
        .filter(name -> command.commandLine().getParseResult().hasMatchedOption(name))
        .toList();
  }

  private UnusedOptions() {}
}
