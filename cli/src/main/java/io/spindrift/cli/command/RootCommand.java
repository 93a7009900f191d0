package io.spindrift.cli.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code spindrift}: shows its help. */
@Command(
    name = "spindrift",
    versionProvider = Versions.class,
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    header = "From the physics of one magnetic junction to generated images and their cost.",
    footer = {
      "",
      "Values take units (0.84V, 1.4ns, 300K, 10kA/m); lists are 1ns,2ns, ranges 0.2ns:5ns:0.1ns.",
      "Exit status: 0 done, 1 a check that was asked for failed, 2 unusable input,",
      "3 internal error, 130 stopped."
    })
public final class RootCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  boolean version;

  /** The whole tree of commands, joined to a session. */
  public static CommandLine tree(Session session) {
    return tree(session, List.of());
  }

  /**
   * The part of the tree that a call needs: the command that the first words name, or everything
   * when they name none, such as for help and for a misspelt word. Reading the options of every
   * command would take longer than testing a million bits.
   */
  public static CommandLine tree(Session session, List<String> arguments) {
    CommandLine root = new CommandLine(new RootCommand());
    CommandWords.all().join(root, session, arguments);
    return root;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return 0;
  }
}
