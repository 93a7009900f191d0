package io.spindrift.cli.command;

import io.spindrift.diffusion.denoiser.DenoiserTraining;
import io.spindrift.diffusion.training.DenoiserTrainer;
import io.spindrift.diffusion.training.TrainingLog;
import io.spindrift.experiment.config.ConfigLoader;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.experiment.log.TrainingFiles;
import io.spindrift.experiment.log.TrainingRecorder;
import io.spindrift.experiment.stage.DeviceChoice;
import io.spindrift.experiment.stage.Images;
import io.spindrift.experiment.stage.Recipe;
import io.spindrift.experiment.stage.RunNoise;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code diffusion train}: one denoiser against one kind of noise. */
@Command(
    name = "train",
    sortOptions = false,
    header = "Train a denoiser on images, with hardware or software noise.",
    description = {
      "Writes FILE, a safetensors checkpoint, which carries its configuration and is all that"
          + " sampling needs; beside it FILE.parquet (loss, gradient, rate and times of every step)"
          + " and the folder FILE-events (the same for TensorBoard).",
      "JSON: checkpoint, images, noise, steps, finalLoss, imagesPerSecond, waitedShare,"
          + " parameters, seed."
    })
final class TrainCommand implements Callable<Integer> {
  private final Session session;

  @Mixin ConfigOptions options = new ConfigOptions();

  @Mixin NoiseOption noise = new NoiseOption();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Checkpoint to write, such as denoiser.safetensors.")
  Path out = Path.of("");

  @Option(
      names = "--resume",
      description = {
        "Continue the checkpoint that --out names, with the configuration in it; --noise must be as"
            + " before, --data says where the images lie now."
      })
  boolean resume;

  @Mixin CommonOptions common = new CommonOptions();

  TrainCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (Files.exists(out) != resume) {
      throw new UnusableInput(
          resume
              ? "--resume needs the checkpoint that --out names, but there is no file " + out
              : out + " holds something already: give --out a new name, or add --resume");
    }
    SpindriftConfig config = config();
    Images images = Images.open(config.images(), config.seed());
    Recipe recipe = Recipe.of(config, images);
    session
        .stop()
        .whenStopped(
            "stopped; continue with: spindrift diffusion train --resume --noise %s --out %s"
                .formatted(noise.kind.word(), out),
            () -> {});
    try (Workers workers = new Workers(common.threads());
        DenoiserTraining training =
            Engine.of(config, common)
                .begin(
                    recipe.denoiser(),
                    recipe.optimiser(),
                    config.seed(),
                    ConfigLoader.write(recipe.writtenInto(config)))) {
      Progress progress = common.progress(session);
      recipe.prepared(workers, progress);
      RunNoise source = noise.source(config, workers, progress);
      if (resume) {
        training.restore(out);
      }
      TrainingLog log;
      try (TrainingRecorder recorder =
          TrainingFiles.beside(out).recorder(training.stepsDone(), InstantSource.system())) {
        log =
            new DenoiserTrainer(recipe.plan(), recipe.lessons(images.training(), source))
                .run(training, recorder.earlier(), progress, recorder);
      }
      print(config, images, source, recipe, training, log);
    }
    return ExitStatus.DONE;
  }

  /** The configuration in the checkpoint, or the one asked for with its device written out. */
  private SpindriftConfig config() {
    if (!resume) {
      SpindriftConfig asked = options.config(common, List.of());
      return DeviceChoice.of(asked).writtenInto(asked);
    }
    if (options.givenBesidesData() || common.seed() != null) {
      throw new UnusableInput(
          "--resume continues a training as it was configured; give it with --out, --noise, --data,"
              + " --threads, --json or --quiet alone");
    }
    List<String> moved = options.data == null ? List.of() : List.of("images.set=" + options.data);
    return CheckpointOption.configuration(out, CheckpointOption.describe(out, common), null, moved);
  }

  private void print(
      SpindriftConfig config,
      Images images,
      RunNoise source,
      Recipe recipe,
      DenoiserTraining training,
      TrainingLog log) {
    int tenth = (int) Math.max(1, recipe.plan().steps() / 10);
    double rate = log.imagesPerSecond(recipe.plan().batch());
    if (common.json) {
      JsonOutput.print(
          session.out(),
          JsonOutput.object(
              "checkpoint", out.toString(),
              "images", images.sentence(),
              "noise", recipe.words(source),
              "steps", training.stepsDone(),
              "finalLoss", log.recentLoss(tenth),
              "imagesPerSecond", rate,
              "waitedShare", log.waitedShare(),
              "parameters", training.parameterCount(),
              "seed", config.seed()));
      return;
    }
    session.print(
        "%s: %d steps, loss %.4f, %.0f images/s, %.2f %% of the time waiting for batches%n%s; %s",
        out,
        training.stepsDone(),
        log.recentLoss(tenth),
        rate,
        100 * log.waitedShare(),
        images.sentence(),
        recipe.words(source));
  }
}
