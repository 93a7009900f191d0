package io.spindrift.diffusion.training;

import java.util.List;

/**
 * The course of a training.
 *
 * @param entries one per optimiser step, in order
 */
public record TrainingLog(List<Entry> entries) {
  /** A training that has not begun. */
  public static final TrainingLog EMPTY = new TrainingLog(List.of());

  /** Copies the entries. */
  public TrainingLog {
    entries = List.copyOf(entries);
  }

  /**
   * One optimiser step, in the single precision that log files keep, so that a log read back equals
   * the one written.
   *
   * @param step number of the step, from 0
   * @param loss loss of the batch before the step
   * @param gradientNorm Euclidean norm of its gradient before clipping
   * @param learningRate learning rate of the step
   * @param waitedSeconds how long the step stood waiting for its batch
   * @param imagesPerSecond images of the batch over the time of the step, waiting included
   * @param seconds time of training until the end of the step, checkpoints included
   */
  public record Entry(
      long step,
      float loss,
      float gradientNorm,
      float learningRate,
      float waitedSeconds,
      float imagesPerSecond,
      float seconds) {}

  /** The entries of the steps before {@code step}. */
  public TrainingLog before(long step) {
    return new TrainingLog(entries.stream().filter(entry -> entry.step() < step).toList());
  }

  /** Time of training so far. */
  public double seconds() {
    return entries.isEmpty() ? 0 : entries.getLast().seconds();
  }

  /** Mean loss of the last {@code steps} steps, NaN when there is none. */
  public double recentLoss(int steps) {
    return entries.subList(Math.max(0, entries.size() - steps), entries.size()).stream()
        .mapToDouble(Entry::loss)
        .average()
        .orElse(Double.NaN);
  }

  /** Images per second over the whole training; 0 before it began. */
  public double imagesPerSecond(int batch) {
    return seconds() > 0 ? entries.size() * (double) batch / seconds() : 0;
  }

  /** Share of the time of training that went by waiting for batches; 0 before it began. */
  public double waitedShare() {
    double waited = entries.stream().mapToDouble(Entry::waitedSeconds).sum();
    return seconds() > 0 ? waited / seconds() : 0;
  }
}
