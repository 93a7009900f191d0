package io.spindrift.experiment.stage;

import io.spindrift.diffusion.denoiser.Denoiser;
import io.spindrift.diffusion.denoiser.DenoiserTraining;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.training.DenoiserTrainer;
import io.spindrift.diffusion.training.TrainingLog;
import io.spindrift.experiment.config.ConfigLoader;
import io.spindrift.experiment.config.SamplingConfig;
import io.spindrift.experiment.log.TrainingFiles;
import io.spindrift.experiment.log.TrainingRecorder;
import io.spindrift.experiment.run.StageReading.ArmReading;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.memory.ledger.LedgerEntry;
import io.spindrift.numerics.progress.Progress;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;

/**
 * One training and the images drawn from it, with one kind of noise throughout.
 *
 * <p>Counts go to a ledger of its own; the stage adds those of the hardware arm to the run's, so
 * that work done ahead of a stop is not counted twice.
 */
public final class Arm {
  static final String TRAINING = "training";
  static final String SAMPLING = "sampling";

  /** Passes of the network that one optimiser step takes: forward, and backward of twice that. */
  private static final int PASSES_PER_STEP = 3;

  private final StageContext context;
  private final Recipe recipe;
  private final NoiseKind kind;
  private final Progress progress;
  private final Ledger ledger = new Ledger();

  Arm(StageContext context, Recipe recipe, NoiseKind kind, Progress progress) {
    this.context = context;
    this.recipe = recipe;
    this.kind = kind;
    this.progress = progress;
  }

  /**
   * What an arm leaves behind.
   *
   * @param reading its numbers
   * @param log loss of every step
   * @param counts actions of the array and of the processor
   * @param parameters weights of the denoiser
   * @param multiplyAccumulatesPerImage of one pass of the denoiser
   */
  public record Outcome(
      ArmReading reading,
      TrainingLog log,
      List<LedgerEntry> counts,
      long parameters,
      long multiplyAccumulatesPerImage) {}

  Outcome run() {
    TrainingFiles files = files();
    RunNoise noise = noise(ledger.stage(TRAINING));
    try (DenoiserTraining training =
        context
            .engine()
            .begin(
                recipe.denoiser(),
                recipe.optimiser(),
                context.config().seed(),
                ConfigLoader.write(recipe.writtenInto(context.config())))) {
      if (Files.isRegularFile(files.weights())) {
        training.restore(files.weights());
        countEarlier(training.stepsDone());
      }
      TrainingLog log = train(training, files, noise);
      long macs = training.multiplyAccumulatesPerImage();
      double rate = sample(training);
      countDenoiser(training);
      return new Outcome(
          reading(noise, log, rate), log, ledger.snapshot(), training.parameterCount(), macs);
    }
  }

  private RunNoise noise(Ledger.Stage stage) {
    return RunNoise.of(kind, context.bench(), stage);
  }

  private TrainingFiles files() {
    return new TrainingFiles(
        context.directory().file("checkpoint-" + kind.word() + ".safetensors"),
        context.directory().file("training-" + kind.word() + ".parquet"),
        context.directory().file("events").resolve(kind.word()));
  }

  private TrainingLog train(DenoiserTraining training, TrainingFiles files, RunNoise noise) {
    try (TrainingRecorder recorder = files.recorder(training.stepsDone(), InstantSource.system())) {
      return new DenoiserTrainer(
              recipe.plan(), recipe.lessons(context.bench().images().training(), noise))
          .run(training, recorder.earlier(), progress, recorder);
    }
  }

  /** Counts the noise of steps done in an earlier sitting: every block of noise costs the same. */
  private void countEarlier(long steps) {
    Ledger probe = new Ledger();
    recipe.drawTrainingBlock(noise(probe.stage(TRAINING)));
    long blocks = steps * recipe.plan().batch();
    for (LedgerEntry entry : probe.snapshot()) {
      ledger.stage(TRAINING).add(entry.action(), entry.count() * blocks);
    }
  }

  private double sample(DenoiserTraining training) {
    SamplingConfig config = context.config().sampling();
    Drawing drawing = recipe.drawing(config.batch());
    RunNoise noise = noise(ledger.stage(SAMPLING));
    long started = System.nanoTime();
    try (Denoiser denoiser = training.averaged()) {
      ImageSet images =
          drawing.generate(kind.word() + " noise", denoiser, noise, 0, config.count(), progress);
      SampleFile.write(context.directory(), kind, images);
      Grids.write(context.directory(), kind.word(), images);
    }
    return config.count() / ((System.nanoTime() - started) * 1e-9);
  }

  private void countDenoiser(DenoiserTraining training) {
    SamplingConfig config = context.config().sampling();
    long macs = training.multiplyAccumulatesPerImage();
    long trained = recipe.plan().steps() * recipe.plan().batch();
    ledger.stage(TRAINING).add(Action.MULTIPLY_ACCUMULATE, PASSES_PER_STEP * macs * trained);
    long calls = config.count() * recipe.evaluationsPerImage();
    ledger.stage(SAMPLING).add(Action.MULTIPLY_ACCUMULATE, macs * calls);
    int size = context.bench().images().shape().size();
    ledger.stage(TRAINING).add(Action.OFF_CHIP_BYTE, size * trained);
    ledger.stage(SAMPLING).add(Action.OFF_CHIP_BYTE, (long) size * config.count());
  }

  private ArmReading reading(RunNoise noise, TrainingLog log, double samplesPerSecond) {
    int steps = (int) recipe.plan().steps();
    return new ArmReading(
        recipe.words(noise),
        steps,
        recipe.plan().batch(),
        log.recentLoss(Math.max(1, steps / 10)),
        context.config().sampling().count(),
        recipe.samplingSteps(),
        log.imagesPerSecond(recipe.plan().batch()),
        log.waitedShare(),
        samplesPerSecond);
  }
}
