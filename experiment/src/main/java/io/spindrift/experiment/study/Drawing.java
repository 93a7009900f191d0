package io.spindrift.experiment.study;

import io.spindrift.diffusion.NoiseSource;
import io.spindrift.diffusion.denoiser.Denoiser;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.experiment.run.RunDirectory;
import io.spindrift.experiment.stage.Grids;
import io.spindrift.experiment.stage.Images;
import io.spindrift.experiment.stage.NoiseKind;
import io.spindrift.experiment.stage.Recipe;
import io.spindrift.experiment.stage.StageContext;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.nio.file.Path;

/**
 * Images drawn from one checkpoint.
 *
 * @param images what was drawn
 * @param secondsPerImage wall-clock time an image, noise included
 * @param calls network calls an image
 */
record Drawing(ImageSet images, double secondsPerImage, int calls) {
  /** Draws as the configuration says, with one kind of noise, and writes the grid. */
  static Drawing of(
      StudyTools tools,
      SpindriftConfig config,
      Images images,
      NoiseKind kind,
      Path checkpoint,
      RunDirectory directory) {
    Recipe recipe = Recipe.of(config, images);
    NoiseSource noise = noise(tools, config, images, kind, directory);
    int count = config.sampling().count();
    try (Denoiser denoiser = tools.engine().load(checkpoint)) {
      long started = System.nanoTime();
      ImageSet drawn =
          recipe
              .generator(images.shape(), config.sampling().batch())
              .generate(kind.word() + " noise", denoiser, noise, 0, count, tools.progress());
      double seconds = (System.nanoTime() - started) * 1e-9;
      Grids.write(directory, "drawn", drawn);
      return new Drawing(drawn, seconds / count, recipe.sampler().steps().size());
    }
  }

  /** Draws one batch with software noise and forgets it. */
  static void warm(StudyTools tools, SpindriftConfig config, Images images, Path checkpoint) {
    NoiseSource noise = software(config);
    try (Denoiser denoiser = tools.engine().load(checkpoint)) {
      Recipe.of(config, images)
          .generator(images.shape(), config.sampling().batch())
          .generate("warm-up", denoiser, noise, 0, config.sampling().batch(), Progress.NONE);
    }
  }

  private static NoiseSource noise(
      StudyTools tools,
      SpindriftConfig config,
      Images images,
      NoiseKind kind,
      RunDirectory directory) {
    if (kind == NoiseKind.SOFTWARE) {
      return software(config);
    }
    StageContext context = tools.withJunction(config, directory, images);
    return kind.noise(
        StreamKey.root(config.seed()),
        () -> context.bench().noise().gaussian(new Ledger().stage("noise")));
  }

  private static NoiseSource software(SpindriftConfig config) {
    return NoiseKind.SOFTWARE.noise(
        StreamKey.root(config.seed()),
        () -> {
          throw new IllegalStateException("software noise asks for no array");
        });
  }
}
