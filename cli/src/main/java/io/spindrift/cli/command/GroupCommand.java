package io.spindrift.cli.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A word that only groups the commands below it, such as {@code device}. */
@Command(sortOptions = false, synopsisSubcommandLabel = "COMMAND")
final class GroupCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  /** The word as a command tree, with one sentence for the help. */
  static CommandLine of(String sentence) {
    CommandLine group = new CommandLine(new GroupCommand());
    group.getCommandSpec().usageMessage().header(sentence);
    return group;
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(),
        "a command must follow: " + choice(List.copyOf(spec.subcommands().keySet())));
  }

  private static String choice(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.getFirst()
        : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
  }
}
