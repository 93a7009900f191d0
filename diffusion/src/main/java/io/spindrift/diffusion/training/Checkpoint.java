package io.spindrift.diffusion.training;

import io.spindrift.diffusion.denoiser.DenoiserTraining;
import io.spindrift.numerics.file.AtomicFile;
import java.nio.file.Path;

/** Keeps the state of a training, so that it can be continued. */
public interface Checkpoint {
  /** Keeps nothing. */
  Checkpoint NONE = (training, log) -> {};

  /** Keeps the state after the last step of {@code log}. */
  void save(DenoiserTraining training, TrainingLog log);

  /**
   * Keeps the state in two files that are each replaced as a whole.
   *
   * <p>The log is written first, so it reaches at least as far as the weights; {@link
   * TrainingLog#before} takes off what lies beyond.
   */
  static Checkpoint inFiles(Path weights, Path logFile) {
    return (training, log) -> {
      log.write(logFile);
      AtomicFile.write(weights, training::save);
    };
  }
}
