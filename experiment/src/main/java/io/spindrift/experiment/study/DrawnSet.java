package io.spindrift.experiment.study;

import io.spindrift.diffusion.denoiser.Denoiser;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.experiment.run.RunDirectory;
import io.spindrift.experiment.stage.Grids;
import io.spindrift.experiment.stage.Images;
import io.spindrift.experiment.stage.NoiseKind;
import io.spindrift.experiment.stage.Recipe;
import io.spindrift.experiment.stage.RunNoise;
import io.spindrift.memory.MemoryNoise;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.progress.Progress;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Images drawn from one checkpoint.
 *
 * @param images what was drawn
 * @param secondsPerImage wall-clock time an image, noise included
 * @param calls network calls an image
 */
record DrawnSet(ImageSet images, double secondsPerImage, long calls) {
  /** Draws as the configuration says, with one kind of noise, and writes the grid. */
  static DrawnSet of(
      StudyTools tools,
      SpindriftConfig config,
      Images images,
      NoiseKind kind,
      Path checkpoint,
      RunDirectory directory) {
    Recipe recipe = Recipe.of(config, images).prepared(tools.workers(), tools.progress());
    RunNoise noise =
        noise(kind, config, () -> tools.withJunction(config, directory, images).bench().noise());
    int count = config.sampling().count();
    try (Denoiser denoiser = tools.engine().load(checkpoint)) {
      long started = System.nanoTime();
      ImageSet drawn =
          recipe
              .drawing(config.sampling().batch())
              .generate(kind.word() + " noise", denoiser, noise, 0, count, tools.progress());
      double seconds = (System.nanoTime() - started) * 1e-9;
      Grids.write(directory, "drawn", drawn);
      return new DrawnSet(drawn, seconds / count, recipe.evaluationsPerImage());
    }
  }

  /** Draws one batch with software noise and forgets it. */
  static void warm(StudyTools tools, SpindriftConfig config, Images images, Path checkpoint) {
    RunNoise noise =
        noise(
            NoiseKind.SOFTWARE,
            config,
            () -> {
              throw new IllegalStateException("software noise asks for no array");
            });
    int batch = config.sampling().batch();
    try (Denoiser denoiser = tools.engine().load(checkpoint)) {
      Recipe.of(config, images)
          .prepared(tools.workers(), Progress.NONE)
          .drawing(batch)
          .generate("warm-up", denoiser, noise, 0, batch, Progress.NONE);
    }
  }

  private static RunNoise noise(
      NoiseKind kind, SpindriftConfig config, Supplier<MemoryNoise> array) {
    return RunNoise.of(kind, config, array, new Ledger().stage("noise"));
  }
}
