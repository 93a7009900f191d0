package io.spindrift.experiment.log;

import io.spindrift.diffusion.training.TrainingLog;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * Where a training leaves its state and its course.
 *
 * @param weights the checkpoint
 * @param table the course as a Parquet table
 * @param events folder of the event files
 */
public record TrainingFiles(Path weights, Path table, Path events) {
  /** The files beside a checkpoint: FILE.parquet and the folder FILE-events. */
  public static TrainingFiles beside(Path weights) {
    String name = weights.getFileName().toString();
    return new TrainingFiles(
        weights,
        weights.resolveSibling(name + ".parquet"),
        weights.resolveSibling(name + "-events"));
  }

  /**
   * Begins to record, after the steps that are done already; what the event files hold beyond them
   * is taken off.
   */
  public TrainingRecorder recorder(long stepsDone, InstantSource clock) {
    EventFolder folder = new EventFolder(events, clock);
    TrainingLog earlier = folder.keepBefore(stepsDone);
    return new TrainingRecorder(this, folder, earlier);
  }
}
