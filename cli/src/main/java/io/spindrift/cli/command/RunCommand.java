package io.spindrift.cli.command;

import io.spindrift.experiment.Experiment;
import io.spindrift.experiment.RunOutcome;
import io.spindrift.experiment.RunRequest;
import io.spindrift.experiment.config.ConfigLoader;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.experiment.run.RunDirectory;
import io.spindrift.experiment.run.RunState.Status;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}: the whole chain, from the junction to the report. */
@Command(
    name = "run",
    sortOptions = false,
    header = "The whole chain: junction, bits, memory, images, distances, cost, report.",
    description = {
      "Every stage is written to the run directory as soon as it is done. Without --quick or --full"
          + " it takes at most ten minutes on two cores.",
      "JSON: directory, report, status and metrics, the content of metrics.json."
    })
final class RunCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin ConfigOptions options = new ConfigOptions();

  @Option(
      names = "--extractor",
      paramLabel = "NAME|FILE",
      description = {
        "Feature network of the distances: self (the default, trained on the images unless it was"
            + " before), a name such as lenet-mnist in a folder feature-nets beside the data, or a"
            + " safetensors or ONNX file."
      })
  @Nullable String extractor;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "New folder for the results; the default is runs/<time>-<name>.")
  @Nullable Path out;

  @Option(
      names = "--resume",
      paramLabel = "RUN",
      description = "Continue a stopped run in its own folder.")
  @Nullable Path resume;

  @Mixin CommonOptions common = new CommonOptions();

  RunCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (resume == null) {
      SpindriftConfig config = options.config(common, extractorSetting());
      if (out != null) {
        RunDirectory.refuseOccupied(out);
      }
      RunRequest request =
          new RunRequest(
              config,
              options.size(),
              Optional.ofNullable(out),
              CommandText.of(spec),
              Clock.systemUTC());
      return finish(config, experiment -> experiment.run(request));
    }
    if (options.given() || out != null || extractor != null || common.seed() != null) {
      throw new UnusableInput(
          "--resume continues a run as it was configured; give it with --threads, --json or"
              + " --quiet alone");
    }
    Path folder = resume;
    RunDirectory directory = RunDirectory.open(folder);
    return finish(
        ConfigLoader.resolved(directory.file("config.yaml")),
        experiment -> experiment.resume(folder));
  }

  private int finish(SpindriftConfig config, Function<Experiment, RunOutcome> work) {
    RunOutcome outcome;
    try (Workers workers = new Workers(common.threads())) {
      outcome =
          work.apply(
              new Experiment(
                  Engine.keeping(Engine.of(config, common), session, common),
                  workers,
                  common.progress(session),
                  new RunNarrator(session, common.json)));
    }
    if (outcome.status() == Status.STOPPED) {
      session.stop().sayFarewell(session.err()::println);
      return ExitStatus.STOPPED;
    }
    print(outcome);
    return ExitStatus.DONE;
  }

  private void print(RunOutcome outcome) {
    Path report = outcome.directory().resolve("report.html");
    if (common.json) {
      JsonOutput.print(
          session.out(),
          JsonOutput.object(
              "directory", outcome.directory().toString(),
              "report", report.toString(),
              "status", outcome.status().name().toLowerCase(Locale.ROOT),
              "metrics", outcome.metrics()));
    } else {
      session.out().println("report: " + report);
    }
  }

  private List<String> extractorSetting() {
    if (extractor == null) {
      return List.of();
    }
    if (extractor.equals("self")) {
      return List.of("metric.extractor=self");
    }
    List<Path> around = options.data == null ? List.of() : List.of(options.data);
    try {
      FeatureNetworkFile network = FeatureNetworkFile.find(extractor, around);
      if (network.output() != null) {
        throw new UnusableInput(
            "--extractor of run takes the first output of an ONNX file; leave #"
                + network.output()
                + " away");
      }
      return List.of("metric.extractor=" + network.file());
    } catch (UnusableInput refusal) {
      throw new UnusableInput(
          refusal.getMessage() + "; self trains one on the images themselves", refusal);
    }
  }
}
