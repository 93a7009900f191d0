package io.spindrift.cli.command;

import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.numerics.UnusableInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A checkpoint, and what may be changed of the configuration that it carries. */
final class CheckpointSettings {
  @Parameters(
      arity = "0..1",
      paramLabel = "CHECKPOINT",
      description = {
        "Checkpoint of diffusion train, compare or run, whose name ends in .safetensors. It carries"
            + " its configuration, the device included."
      })
  @Nullable Path file;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = {
        "Images that it was trained on, where they lie elsewhere now: idx or idx.gz, CIFAR-10"
            + " binary, NumPy, or PNG and JPEG pictures."
      })
  @Nullable Path data;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = {
        "Change one value of its configuration, such as sampling.count=500 or"
            + " metric.extractor=self; repeatable."
      })
  List<String> sets = new ArrayList<>();

  /**
   * The checkpoint.
   *
   * @throws UnusableInput when none was given
   */
  Path checkpoint(String command) {
    Path checkpoint = StudyCheckpoint.given(file);
    if (checkpoint == null) {
      throw new UnusableInput(
          command
              + " needs a checkpoint, a file whose name ends in .safetensors"
              + (file == null ? "" : ", but was given " + file));
    }
    return checkpoint;
  }

  /** Its configuration with these settings and more laid over it. */
  SpindriftConfig config(Path checkpoint, CommonOptions common, String... more) {
    return StudyCheckpoint.config(checkpoint, data, sets, common, more);
  }

  /** Whether any of these options was given. */
  boolean given() {
    return file != null || data != null || !sets.isEmpty();
  }
}
