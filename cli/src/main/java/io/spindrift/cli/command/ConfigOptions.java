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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that make a configuration: a file, a size, and single settings on top. */
final class ConfigOptions {
  @Parameters(
      arity = "0..1",
      paramLabel = "CONFIG.yaml",
      description = "Configuration file; without it the embedded default is used.")
  @Nullable Path file;

  @Option(names = "--quick", description = "Small: about a minute on two cores.")
  boolean quick;

  @Option(names = "--full", description = "Large: about an hour on two cores.")
  boolean full;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = {
        "Images to learn: idx or idx.gz, CIFAR-10 binary, NumPy, or PNG and JPEG pictures. Without"
            + " it, digits are drawn at run time."
      })
  @Nullable Path data;

  @Option(
      names = "--device",
      paramLabel = "PRESET|FILE",
      description =
          "A preset (see spindrift presets), a YAML file, or a CSV file of counted pulses.")
  @Nullable String device;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = {
        "Change one value of the configuration or device, such as training.steps=500 or"
            + " freeLayer.thickness=1.2nm; repeatable."
      })
  List<String> sets = new ArrayList<>();

  /** How much to compute. */
  Size size() {
    if (quick && full) {
      throw new UnusableInput("--quick and --full cannot be given together; choose one size");
    }
    return quick ? Size.QUICK : full ? Size.FULL : Size.DEFAULT;
  }

  /** The resolved configuration; {@code more} lies over the file and below {@code --set}. */
  SpindriftConfig config(CommonOptions common, List<String> more) {
    List<String> all = new ArrayList<>();
    if (common.seed() != null) {
      all.add("seed=" + common.seed());
    }
    if (device != null) {
      all.add("device=" + device);
    }
    if (data != null) {
      all.add("images.set=" + data);
    }
    all.addAll(more);
    all.addAll(sets);
    return ConfigLoader.load(Optional.ofNullable(file), size(), all);
  }

  /** Whether any of these options but {@code --data} was given. */
  boolean givenBesidesData() {
    return file != null || quick || full || device != null || !sets.isEmpty();
  }

  /** Whether any of these options was given. */
  boolean given() {
    return data != null || givenBesidesData();
  }
}
