package io.spindrift.cli.command;

import io.spindrift.cli.terminal.TerminalProgress;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.progress.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command has. */
final class CommonOptions {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  @Option(
      names = "--json",
      description = "Print one JSON document on standard output and nothing else there.")
  boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "Show no progress.")
  private boolean quiet;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Root of all chance; equal seeds give equal results.")
  private @Nullable Long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads to use; the default is every core. Never changes a result.")
  private @Nullable Integer threads;

  @Option(names = "--debug", hidden = true, description = "Show the stack trace of a failure.")
  boolean debug;

  /** Whether no progress is wanted. */
  boolean quiet() {
    return quiet;
  }

  /** The seed that was given. */
  @Nullable Long seed() {
    return seed;
  }

  /** The seed that was given, or 1. */
  long seedOrDefault() {
    return seed == null ? 1 : seed;
  }

  /** The number of threads that was given, or one per core. */
  int threads() {
    if (threads == null) {
      return Runtime.getRuntime().availableProcessors();
    }
    if (threads < 1 || threads > 4096) {
      throw new UnusableInput("--threads must be between 1 and 4096, but was " + threads);
    }
    return threads;
  }

  /** Progress on standard error; with {@code --quiet} it shows nothing, but still stops. */
  Progress progress(Session session) {
    return new TerminalProgress(session.err(), session.columns(), quiet, session.stop()::requested);
  }
}
