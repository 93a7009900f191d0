package io.spindrift.cli;

import io.spindrift.cli.command.ExitStatus;
import io.spindrift.cli.command.RootCommand;
import io.spindrift.cli.command.Session;
import io.spindrift.numerics.progress.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Parses arguments, runs the command and turns every failure into one sentence and one status.
 *
 * <p>Results go to standard output; sentences, progress and nothing else go to standard error. A
 * command that fails leaves standard output empty; only {@code run} without {@code --json} tells
 * there of every stage as soon as it is done.
 */
public final class FrontDoor {
  private static final int NARROWEST_HELP = 80;
  private static final int WIDEST_HELP = 110;

  private final Session session;

  /** Opens the door onto a session's streams. */
  public FrontDoor(Session session) {
    this.session = session;
  }

  /** Runs one command and returns its {@link ExitStatus}. */
  public int execute(String... arguments) {
    try {
      return commandLine(arguments).execute(arguments);
    } catch (Error broken) {
      // What parses the arguments hands on exceptions alone.
      try {
        return failInternally(broken);
      } catch (IOException unwritable) {
        throw new UncheckedIOException(unwritable);
      }
    }
  }

  /** The tree of commands as far as a call needs it; all of it without arguments. */
  CommandLine commandLine(String... arguments) {
    CommandLine tree = RootCommand.tree(session, List.of(arguments));
    tree.setOut(session.out());
    tree.setErr(session.err());
    tree.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    tree.setUsageHelpWidth(Math.clamp(session.columns(), NARROWEST_HELP, WIDEST_HELP));
    tree.setCaseInsensitiveEnumValuesAllowed(true);
    tree.setExecutionStrategy(this::start);
    tree.setParameterExceptionHandler((refusal, given) -> refuse(refusal));
    tree.setExecutionExceptionHandler((failure, command, parsed) -> fail(failure, parsed));
    return tree;
  }

  private int start(ParseResult parsed) {
    List<CommandLine> chosen = parsed.asCommandLineList();
    refuseMisspelt(chosen.getLast());
    return new CommandLine.RunLast().execute(parsed);
  }

  /** Negative quantities may follow an option, a misspelt option may not. */
  private static void refuseMisspelt(CommandLine command) {
    for (OptionSpec option : command.getParseResult().matchedOptions()) {
      for (String value : option.stringValues()) {
        if (value.startsWith("--")) {
          throw new UnmatchedArgumentException(command, List.of(value));
        }
      }
    }
  }

  private int refuse(ParameterException refusal) {
    session.err().println(UsageSentence.of(refusal));
    return ExitStatus.UNUSABLE_INPUT;
  }

  private int fail(Exception failure, ParseResult parsed) throws IOException {
    if (failure instanceof Progress.Stopped) {
      return stopped();
    }
    if (debugging(parsed)) {
      failure.printStackTrace(session.err());
    }
    Optional<String> unusable = FailureSentence.ofInput(failure);
    if (unusable.isPresent()) {
      session.err().println("spindrift: " + unusable.get());
      return ExitStatus.UNUSABLE_INPUT;
    }
    return failInternally(failure);
  }

  private int stopped() {
    session.stop().sayFarewell(session.err()::println);
    return ExitStatus.STOPPED;
  }

  /**
   * A process that was asked to end loses its libraries under its own feet: what breaks then is no
   * news to the user who asked.
   */
  private int failInternally(Throwable failure) throws IOException {
    if (session.stop().requested()) {
      return stopped();
    }
    session
        .err()
        .println("spindrift: " + FailureSentence.ofInternal(failure, ErrorLog.write(failure)));
    return ExitStatus.INTERNAL_ERROR;
  }

  private static boolean debugging(ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    OptionSpec option = last.matchedOption("--debug");
    return option != null && Boolean.TRUE.equals(option.getValue());
  }
}
