package io.spindrift.diffusion.training;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The course of a training.
 *
 * @param entries one per optimiser step, in order
 */
public record TrainingLog(List<Entry> entries) {
  /** A training that has not begun. */
  public static final TrainingLog EMPTY = new TrainingLog(List.of());

  private static final String HEADING = "step,loss,seconds";

  /** Copies the entries. */
  public TrainingLog {
    entries = List.copyOf(entries);
  }

  /**
   * One optimiser step.
   *
   * @param step number of the step, from 0
   * @param loss mean squared error of the predicted noise
   * @param seconds time of training until the end of the step
   */
  public record Entry(long step, double loss, double seconds) {}

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

  /** Writes the entries as comma-separated values. */
  public void write(Path file) {
    StringBuilder text = new StringBuilder(HEADING).append('\n');
    for (Entry entry : entries) {
      text.append(entry.step()).append(',').append(entry.loss()).append(',');
      text.append(entry.seconds()).append('\n');
    }
    AtomicFile.writeText(file, text.toString());
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws UnusableInput when the file is missing or is something else
   */
  public static TrainingLog read(Path file) {
    try {
      List<Entry> entries = new ArrayList<>();
      List<String> lines = Files.readAllLines(file);
      for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
        String[] cells = line.split(",");
        entries.add(
            new Entry(
                Long.parseLong(cells[0]),
                Double.parseDouble(cells[1]),
                Double.parseDouble(cells[2])));
      }
      return new TrainingLog(entries);
    } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new UnusableInput(
          file + " must be a training log with the columns " + HEADING + ": " + e.getMessage(), e);
    }
  }
}
