package io.spindrift.cli.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import picocli.CommandLine;

/**
 * The words of one level of the command line in the order of the help, each with what stands behind
 * it. Nothing behind a word is built before it is asked for.
 */
final class CommandWords {
  private final SequencedMap<String, Branch> branches = new LinkedHashMap<>();

  /** What stands behind a word. */
  private sealed interface Branch {
    /** Adds the branch to the command above it. */
    void join(CommandLine above, String word, Session session, List<String> more);
  }

  /** A command. */
  private record Leaf(Function<Session, Object> command) implements Branch {
    @Override
    public void join(CommandLine above, String word, Session session, List<String> more) {
      above.addSubcommand(word, command.apply(session));
    }
  }

  /** A word that only groups the commands below it. */
  private record Group(String sentence, CommandWords below) implements Branch {
    @Override
    public void join(CommandLine above, String word, Session session, List<String> more) {
      CommandLine group = GroupCommand.of(sentence);
      below.join(group, session, more);
      above.addSubcommand(word, group);
    }
  }

  /** Every command of the program. */
  static CommandWords all() {
    return new CommandWords()
        .command("run", RunCommand::new)
        .group(
            "device",
            "One junction: parameters, dynamics, switching, errors, retention, spread, fit,"
                + " export.",
            new CommandWords()
                .command("show", ShowCommand::new)
                .command("trajectory", TrajectoryCommand::new)
                .command("switching", SwitchingCommand::new)
                .command("map", MapCommand::new)
                .command("equilibrium", EquilibriumCommand::new)
                .command("wer", WerCommand::new)
                .command("retention", RetentionCommand::new)
                .command("population", PopulationCommand::new)
                .command("fit", FitCommand::new)
                .command("export", ExportCommand::new))
        .group(
            "entropy",
            "Random bits: draw them from an array of junctions, test and assess recorded ones.",
            new CommandWords()
                .command("generate", GenerateCommand::new)
                .command("gaussian", GaussianCommand::new)
                .command("test", BitTestCommand::new)
                .command("assess", AssessCommand::new))
        .group(
            "memory",
            "An array of junctions that stores, computes, diffuses and errs.",
            new CommandWords()
                .command("simulate", SimulateCommand::new)
                .command("diffuse", DiffuseCommand::new)
                .command("mvm", MvmCommand::new))
        .group(
            "diffusion",
            "Denoisers: train one, draw or restore images with one, and study noise and sampler.",
            new CommandWords()
                .command("train", TrainCommand::new)
                .command("sample", SampleCommand::new)
                .command("inpaint", InpaintCommand::new)
                .command("recover", RecoverCommand::new)
                .command("compare", CompareCommand::new)
                .command("tolerate", TolerateCommand::new)
                .command("samplers", SamplersCommand::new)
                .command("export", ExportDenoiserCommand::new))
        .command("fid", FidCommand::new)
        .command("quality", QualityCommand::new)
        .command("cost", CostCommand::new)
        .command("report", ReportCommand::new)
        .command("presets", PresetsCommand::new)
        .group(
            "bench",
            "How fast this machine is.",
            new CommandWords()
                .command("device", BenchDeviceCommand::new)
                .command("entropy", BenchEntropyCommand::new)
                .command("memory", BenchMemoryCommand::new)
                .command("diffusion", BenchDiffusionCommand::new))
        .group(
            "config",
            "Configuration files.",
            new CommandWords().command("schema", SchemaCommand::new));
  }

  /**
   * Adds what the given words name to a command, or every word of this level when they name none.
   */
  void join(CommandLine above, Session session, List<String> words) {
    Branch named = words.isEmpty() ? null : branches.get(words.getFirst());
    if (named != null) {
      named.join(above, words.getFirst(), session, words.subList(1, words.size()));
    } else {
      branches.forEach((word, branch) -> branch.join(above, word, session, List.of()));
    }
  }

  private CommandWords command(String word, Function<Session, Object> command) {
    branches.put(word, new Leaf(command));
    return this;
  }

  private CommandWords group(String word, String sentence, CommandWords below) {
    branches.put(word, new Group(sentence, below));
    return this;
  }
}
