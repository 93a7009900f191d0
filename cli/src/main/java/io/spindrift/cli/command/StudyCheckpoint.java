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
    return config(checkpoint, options.data, options.sets, common, more);
  }

  /** The same with the settings alone. */
  static SpindriftConfig config(
      Path checkpoint,
      @Nullable Path data,
      List<String> given,
      CommonOptions common,
      String... more) {
    List<String> sets = new ArrayList<>();
    if (data != null) {
      sets.add("images.set=" + data);
    }
    sets.addAll(given);
    sets.addAll(List.of(more));
    if (!Files.isRegularFile(checkpoint)) {
      throw new UnusableInput("there is no file " + checkpoint);
    }
    return CheckpointOption.configuration(
        checkpoint, CheckpointOption.describe(checkpoint, common), common.seed(), sets);
  }

  private StudyCheckpoint() {}
}
