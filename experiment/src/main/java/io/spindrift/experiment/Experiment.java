package io.spindrift.experiment;

import io.spindrift.device.assembly.MeasuredJunction;
import io.spindrift.diffusion.denoiser.TensorEngine;
import io.spindrift.experiment.config.ConfigLoader;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.experiment.report.Report;
import io.spindrift.experiment.run.Metrics;
import io.spindrift.experiment.run.Metrics.StageTime;
import io.spindrift.experiment.run.RunDirectory;
import io.spindrift.experiment.run.RunState;
import io.spindrift.experiment.run.RunState.Status;
import io.spindrift.experiment.run.StageReading;
import io.spindrift.experiment.run.Versions;
import io.spindrift.experiment.stage.Bench;
import io.spindrift.experiment.stage.CostStage;
import io.spindrift.experiment.stage.DeviceChoice;
import io.spindrift.experiment.stage.DeviceStage;
import io.spindrift.experiment.stage.DiffusionStage;
import io.spindrift.experiment.stage.EntropyStage;
import io.spindrift.experiment.stage.Images;
import io.spindrift.experiment.stage.MemoryStage;
import io.spindrift.experiment.stage.MetricStage;
import io.spindrift.experiment.stage.Recipe;
import io.spindrift.experiment.stage.ReportStage;
import io.spindrift.experiment.stage.Stage;
import io.spindrift.experiment.stage.StageContext;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run of the whole chain, stage by stage, each written as soon as it has finished.
 *
 * @param engine the tensor library
 * @param workers threads
 * @param progress where work reports how far it is and learns that it should stop
 * @param listener who is told how the run goes
 */
public record Experiment(
    TensorEngine engine, Workers workers, Progress progress, StageListener listener) {
  private static final List<Stage> STAGES =
      List.of(
          new DeviceStage(),
          new EntropyStage(),
          new MemoryStage(),
          new DiffusionStage(),
          new MetricStage(),
          new CostStage(),
          new ReportStage());

  /**
   * Runs the chain in a new folder.
   *
   * @return done, or stopped when the user asked to stop
   * @throws io.spindrift.numerics.UnusableInput when the configuration, the device, the images or
   *     the folder cannot be used; nothing has been written then
   */
  public RunOutcome run(RunRequest request) {
    String begun = request.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString();
    Path out = request.out().orElseGet(() -> defaultFolder(request));
    RunDirectory.refuseOccupied(out);
    DeviceChoice device = DeviceChoice.of(request.config());
    MeasuredJunction.requirePriced(device.spec());
    SpindriftConfig config = device.writtenInto(request.config());
    String resolved = ConfigLoader.write(config);
    Images images = Images.open(config.images(), config.seed());
    Recipe.of(config, images).prepared(workers, progress);
    MetricStage.check(config, images, engine);
    Map<String, String> versions = Versions.with(engine.description());
    RunState state =
        new RunState(
            RunState.PROGRAM,
            request.name(),
            Status.RUNNING,
            null,
            config.seed(),
            request.size().word(),
            request.command(),
            begun,
            List.of(),
            versions);
    RunDirectory directory =
        RunDirectory.create(out, state, Metrics.begin(request.name(), config.seed(), versions));
    directory.text("config.yaml", resolved);
    listener.began(out, false, images.sentence());
    return stages(directory, config, device, images);
  }

  /**
   * Continues a stopped run from its last finished stage or checkpoint; the result is that of an
   * undisturbed run. A finished run is left as it is.
   *
   * @throws io.spindrift.numerics.UnusableInput when the folder holds no run
   */
  public RunOutcome resume(Path folder) {
    RunDirectory directory = RunDirectory.open(folder);
    SpindriftConfig config = ConfigLoader.resolved(directory.file("config.yaml"));
    DeviceChoice device = DeviceChoice.of(config);
    Images images = Images.open(config.images(), config.seed());
    listener.began(folder, true, images.sentence());
    return stages(directory, config, device, images);
  }

  private RunOutcome stages(
      RunDirectory directory, SpindriftConfig config, DeviceChoice device, Images images) {
    directory.write(directory.state().status(Status.RUNNING, null));
    Bench bench = new Bench(config, directory, images, device, workers, progress);
    try {
      for (Stage stage : STAGES) {
        if (directory.metrics().has(stage.name())) {
          listener.stageKept(stage.name());
        } else {
          progress.checkStopped();
          finish(stage, directory, config, bench);
        }
      }
    } catch (Progress.Stopped stopped) {
      mark(directory, Status.STOPPED, "It was stopped by the user.");
      return new RunOutcome(directory.root(), Status.STOPPED, directory.metrics());
    } catch (RuntimeException | Error failure) {
      markFailed(directory, failure);
      throw failure;
    }
    mark(directory, Status.DONE, null);
    return new RunOutcome(directory.root(), Status.DONE, directory.metrics());
  }

  private void finish(Stage stage, RunDirectory directory, SpindriftConfig config, Bench bench) {
    listener.stageBegan(stage.name());
    long started = System.nanoTime();
    Metrics before = directory.metrics();
    Stage.Result result =
        stage.run(new StageContext(config, directory, bench, engine, workers, progress, before));
    double seconds = (System.nanoTime() - started) * 1e-9;
    bench.keepLedger();
    StageReading reading = result.reading();
    Metrics after =
        (reading == null ? before : before.with(reading))
            .finished(new StageTime(stage.name(), seconds));
    directory.write(after);
    directory.write(
        directory.state().stagesDone(after.stages().stream().map(StageTime::name).toList()));
    listener.stageFinished(stage.name(), result.sentence(), seconds);
  }

  /** The report shows the state of the run, so it is made once more when the state changes. */
  private static void mark(RunDirectory directory, Status status, @Nullable String message) {
    directory.write(directory.state().status(status, message));
    Report.write(directory);
  }

  private static void markFailed(RunDirectory directory, Throwable failure) {
    try {
      String message = String.valueOf(failure.getMessage());
      directory.write(directory.state().status(Status.FAILED, message));
    } catch (RuntimeException second) {
      failure.addSuppressed(second);
    }
  }

  private static Path defaultFolder(RunRequest request) {
    String time =
        DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
            .withZone(ZoneOffset.UTC)
            .format(request.clock().instant());
    return Path.of("runs", time + "-" + request.name());
  }
}
