package io.spindrift.cli.command;

import io.spindrift.numerics.UnusableInput;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A checkpoint and the files that lie beside it.
 *
 * @param weights the safetensors file
 */
record CheckpointFiles(Path weights) {
  /** The configuration that the checkpoint was trained with. */
  Path configuration() {
    return beside(".yaml");
  }

  /**
   * The configuration of an existing checkpoint: its own, or that of the run it lies in.
   *
   * @throws UnusableInput when there is neither
   */
  Path existingConfiguration() {
    Path ofRun = weights.resolveSibling("config.yaml");
    if (!Files.isRegularFile(weights)) {
      throw new UnusableInput("--checkpoint must name a file, but there is no file " + weights);
    }
    if (Files.isRegularFile(configuration())) {
      return configuration();
    }
    if (Files.isRegularFile(ofRun)) {
      return ofRun;
    }
    throw new UnusableInput(
        weights
            + " must lie beside its configuration, "
            + configuration().getFileName()
            + " or the config.yaml of its run, but neither is there");
  }

  private Path beside(String ending) {
    return weights.resolveSibling(weights.getFileName() + ending);
  }
}
