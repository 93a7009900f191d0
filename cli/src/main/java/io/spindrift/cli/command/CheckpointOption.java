package io.spindrift.cli.command;

import io.spindrift.diffusion.denoiser.StoredDenoiser;
import io.spindrift.diffusion.denoiser.TensorEngine;
import io.spindrift.experiment.config.ConfigLoader;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.numerics.UnusableInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names a trained denoiser; without it, the one that comes with the program. */
final class CheckpointOption {
  private static final String SHIPPED = "strokes.safetensors";

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = {
        "Checkpoint of diffusion train, of a run, or of diffusion export. Without it, a small one"
            + " is used that comes with the program and was trained on its own digits."
      })
  private @Nullable Path given;

  /** What the checkpoint is called in results. */
  String name() {
    return given == null ? SHIPPED + " of this program" : given.toString();
  }

  /** A short name for folders. */
  String word() {
    String name = given == null ? SHIPPED : String.valueOf(given.getFileName());
    return name.replaceFirst("\\.safetensors$", "");
  }

  /**
   * The file to read; that of the program is copied out of it for as long as the program runs.
   *
   * @throws UnusableInput when there is no such file
   */
  Path file() {
    if (given == null) {
      return shipped();
    }
    if (!Files.isRegularFile(given)) {
      throw new UnusableInput("--checkpoint must name a file, but there is no file " + given);
    }
    return given;
  }

  private static Path shipped() {
    try (InputStream in = CheckpointOption.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new UnusableInput("this build has no checkpoint of its own; give --checkpoint FILE");
      }
      Path copy = Files.createTempFile("spindrift-", "-" + SHIPPED);
      copy.toFile().deleteOnExit();
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The configuration that a checkpoint carries, with settings laid over it.
   *
   * @throws UnusableInput when it carries none
   */
  static SpindriftConfig configuration(
      Path file, StoredDenoiser stored, @Nullable Long seed, List<String> sets) {
    if (stored.configuration().isBlank()) {
      throw new UnusableInput(
          file
              + " must carry the configuration of its training, as the files of diffusion train and"
              + " of a run do, but carries none");
    }
    List<String> settings = new ArrayList<>();
    if (seed != null) {
      settings.add("seed=" + seed);
    }
    settings.addAll(sets);
    return ConfigLoader.carried(stored.configuration(), "the configuration in " + file, settings);
  }

  /** What the file says of itself. */
  static StoredDenoiser describe(Path file, CommonOptions common) {
    TensorEngine engine = Engine.of(common);
    return engine.describe(file);
  }
}
