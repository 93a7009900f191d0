package io.spindrift.cli.command;

import io.spindrift.diffusion.denoiser.DenoiserSpec;
import io.spindrift.diffusion.denoiser.DenoiserTraining;
import io.spindrift.diffusion.denoiser.Loss;
import io.spindrift.diffusion.denoiser.OptimiserSpec;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.diffusion.process.PixelScale;
import io.spindrift.experiment.config.ConfigLoader;
import io.spindrift.experiment.config.Size;
import io.spindrift.torch.TorchEngine;
import io.spindrift.torch.TorchOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checkpoints of untrained networks that are as small as they can be. */
final class TinyCheckpoint {
  private static final List<String> SMALL =
      List.of(
          "device=measured-compact-fit",
          "denoiser.width=8",
          "denoiser.patch=1",
          "denoiser.attentionFromLevel=2",
          "sampling.steps=2",
          "training.precision=fp32");

  /**
   * Writes one.
   *
   * @param classes that the network is told, 0 for none
   * @param sets settings of the configuration that it carries
   */
  static void write(Path file, ImageShape image, int classes, Loss loss, String... sets) {
    List<String> settings = new ArrayList<>(SMALL);
    settings.addAll(List.of(sets));
    String configuration =
        ConfigLoader.write(
            ConfigLoader.load(Optional.empty(), Size.QUICK, settings)
                .with(new PixelScale(-0.7, 0.6)));
    DenoiserSpec spec = new DenoiserSpec(image, 8, List.of(1, 2), 1, 2, 1, classes, loss);
    OptimiserSpec optimiser = new OptimiserSpec(0.002, 100, 1000, 0.01, 1, 0.99);
    try (DenoiserTraining training =
        TorchEngine.start(TorchOptions.automatic()).begin(spec, optimiser, 1, configuration)) {
      training.save(file);
    }
  }

  private TinyCheckpoint() {}
}
