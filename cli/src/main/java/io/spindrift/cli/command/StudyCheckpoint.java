package io.spindrift.cli.command;

import io.spindrift.experiment.config.ConfigLoader;
import io.spindrift.experiment.config.Size;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.numerics.UnusableInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The trained denoiser that a study draws from. */
final class StudyCheckpoint {
  private static final String ENDING = ".safetensors";

  /** The file when it is a checkpoint, null when it is a configuration or absent. */
  static @Nullable Path given(@Nullable Path file) {
    return file != null && file.toString().endsWith(ENDING) ? file : null;
  }

  /** The configuration that lies beside a checkpoint. */
  static Path configuration(Path checkpoint) {
    return new CheckpointFiles(checkpoint).existingConfiguration();
  }

  /** The configuration of a checkpoint with the settings of the options over it. */
  static SpindriftConfig config(Path checkpoint, ConfigOptions options, CommonOptions common) {
    if (options.quick || options.full || options.device != null) {
      throw new UnusableInput(
          "a checkpoint was trained as its configuration says: --quick, --full and --device cannot"
              + " be given with one; --set can");
    }
    List<String> sets = new ArrayList<>();
    if (common.seed() != null) {
      sets.add("seed=" + common.seed());
    }
    if (options.data != null) {
      sets.add("images.set=" + options.data);
    }
    sets.addAll(options.sets);
    Path file = configuration(checkpoint);
    return ConfigLoader.load(Optional.of(file), Size.DEFAULT, sets);
  }

  private StudyCheckpoint() {}
}
