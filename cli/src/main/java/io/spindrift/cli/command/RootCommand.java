package io.spindrift.cli.command;

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
    return new CommandLine(new RootCommand())
        .addSubcommand(new RunCommand(session))
        .addSubcommand(
            "device",
            GroupCommand.of(
                    "One junction: parameters, dynamics, switching, errors, retention, spread, fit,"
                        + " export.")
                .addSubcommand(new ShowCommand(session))
                .addSubcommand(new TrajectoryCommand(session))
                .addSubcommand(new SwitchingCommand(session))
                .addSubcommand(new MapCommand(session))
                .addSubcommand(new EquilibriumCommand(session))
                .addSubcommand(new WerCommand(session))
                .addSubcommand(new RetentionCommand(session))
                .addSubcommand(new PopulationCommand(session))
                .addSubcommand(new FitCommand(session))
                .addSubcommand(new ExportCommand(session)))
        .addSubcommand(
            "entropy",
            GroupCommand.of("Random bits from an array of junctions.")
                .addSubcommand(new GenerateCommand(session))
                .addSubcommand(new BitTestCommand(session))
                .addSubcommand(new AssessCommand(session)))
        .addSubcommand(
            "diffusion",
            GroupCommand.of("Denoisers: train one, draw images from one.")
                .addSubcommand(new TrainCommand(session))
                .addSubcommand(new SampleCommand(session)))
        .addSubcommand(new FidCommand(session))
        .addSubcommand(new CostCommand(session))
        .addSubcommand(new ReportCommand(session))
        .addSubcommand(new PresetsCommand(session))
        .addSubcommand(
            "bench",
            GroupCommand.of("How fast this machine is.")
                .addSubcommand(new BenchDeviceCommand(session))
                .addSubcommand(new BenchEntropyCommand(session)))
        .addSubcommand(
            "config",
            GroupCommand.of("Configuration files.").addSubcommand(new SchemaCommand(session)));
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return 0;
  }
}
