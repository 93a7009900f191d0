package io.spindrift.experiment.log;

import io.spindrift.diffusion.denoiser.DenoiserTraining;
import io.spindrift.diffusion.training.Checkpoint;
import io.spindrift.diffusion.training.TrainingLog;
import io.spindrift.diffusion.training.TrainingLog.Entry;
import io.spindrift.experiment.run.ParquetTable;
import io.spindrift.numerics.file.AtomicFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a training in its files: events first, then the table, then the weights, so that the course
 * reaches at least as far as the weights.
 *
 * <p>A Parquet file cannot be appended to. The table is written anew only when the course has grown
 * by a quarter, and at the end: over n steps that is at most about 5 n rows in all. The events hold
 * every step up to the last checkpoint at any time.
 */
public final class TrainingRecorder implements Checkpoint, AutoCloseable {
  private static final double GROWTH = 1.25;

  private final TrainingFiles files;
  private final EventFolder events;
  private final TrainingLog earlier;
  private final List<Entry> entries;
  private int rows = -1;

  TrainingRecorder(TrainingFiles files, EventFolder events, TrainingLog earlier) {
    this.files = files;
    this.events = events;
    this.earlier = earlier;
    this.entries = new ArrayList<>(earlier.entries());
  }

  /** The course of the steps that were done before. */
  public TrainingLog earlier() {
    return earlier;
  }

  @Override
  public void save(DenoiserTraining training, TrainingLog added) {
    events.append(added.entries());
    entries.addAll(added.entries());
    if (entries.size() >= GROWTH * rows) {
      writeTable();
    }
    AtomicFile.write(files.weights(), training::save);
  }

  private void writeTable() {
    AtomicFile.write(
        files.table(), beside -> ParquetTable.write(beside, LogColumns.table(entries)));
    rows = entries.size();
  }

  /** Brings the table up to the last checkpoint. */
  @Override
  public void close() {
    if (rows != entries.size() && !entries.isEmpty()) {
      writeTable();
    }
  }
}
