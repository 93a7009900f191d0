package io.spindrift.cli.command;

import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.numerics.UnusableInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The trained denoiser that a study draws from. */
final class StudyCheckpoint {
  private static final String ENDING = ".safetensors";

  /** The file when it is a checkpoint, null when it is a configuration or absent. */
  static @Nullable Path given(@Nullable Path file) {
    return file != null && file.toString().endsWith(ENDING) ? file : null;
  }

  /**
   * The configuration that a checkpoint carries, with the settings of the options over it.
   *
   * @param more settings laid over those of the options
   */
  static SpindriftConfig config(
      Path checkpoint, ConfigOptions options, CommonOptions common, String... more) {
    if (options.quick || options.full || options.device != null) {
      throw new UnusableInput(
          "a checkpoint was trained as its configuration says: --quick, --full and --device cannot"
              + " be given with one; --set can");
    }
    List<String> sets = new ArrayList<>();
    if (options.data != null) {
      sets.add("images.set=" + options.data);
    }
    sets.addAll(options.sets);
    sets.addAll(List.of(more));
    if (!Files.isRegularFile(checkpoint)) {
      throw new UnusableInput("there is no file " + checkpoint);
    }
    return CheckpointOption.configuration(
        checkpoint, CheckpointOption.describe(checkpoint, common), common.seed(), sets);
  }

  private StudyCheckpoint() {}
}
