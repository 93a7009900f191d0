package io.spindrift.diffusion.training;

import io.spindrift.diffusion.WorkAhead;
import io.spindrift.diffusion.denoiser.DenoiserTraining;
import io.spindrift.diffusion.denoiser.StepResult;
import io.spindrift.diffusion.denoiser.TrainingBatch;
import io.spindrift.diffusion.training.TrainingLog.Entry;
import io.spindrift.numerics.progress.Progress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Trains a denoiser on keyed batches.
 *
 * <p>Batches are made on a second thread, a few steps ahead. Because a batch depends on its step
 * alone, a training that was stopped and continued takes the same batches as an undisturbed one.
 */
public final class DenoiserTrainer {
  private static final int BATCHES_AHEAD = 3;
  private static final int NOTE_EVERY_STEPS = 20;

  private final TrainingPlan plan;
  private final Lessons lessons;

  /** Trains on batches. */
  public DenoiserTrainer(TrainingPlan plan, Lessons lessons) {
    this.plan = plan;
    this.lessons = lessons;
  }

  /**
   * Does the steps that are still missing, from {@code training.stepsDone()} to the plan's number.
   *
   * <p>The state is kept at the plan's intervals, at the end, and when the user stops.
   *
   * @param earlier the log of the steps already done
   * @return the whole log
   * @throws Progress.Stopped when the user asked to stop
   * @throws io.spindrift.numerics.NumericalFailure when the error is not finite
   */
  public TrainingLog run(
      DenoiserTraining training, TrainingLog earlier, Progress progress, Checkpoint checkpoint) {
    long first = training.stepsDone();
    List<Entry> entries = new ArrayList<>(earlier.before(first).entries());
    double secondsBefore = new TrainingLog(entries).seconds();
    long started = System.nanoTime();
    double savedAtSeconds = secondsBefore;
    int saved = entries.size();
    try (Progress.Task task = progress.begin("training", plan.steps(), "steps");
        WorkAhead ahead = new WorkAhead("spindrift-training-noise")) {
      task.advance(Math.min(first, plan.steps()));
      Deque<Supplier<TrainingBatch>> queue = new ArrayDeque<>();
      for (long step = first; step < Math.min(first + BATCHES_AHEAD, plan.steps()); step++) {
        queue.add(begin(ahead, step));
      }
      for (long step = first; step < plan.steps(); step++) {
        progress.checkStopped();
        long asked = System.nanoTime();
        TrainingBatch batch = queue.remove().get();
        double waited = secondsSince(asked);
        if (step + BATCHES_AHEAD < plan.steps()) {
          queue.add(begin(ahead, step + BATCHES_AHEAD));
        }
        StepResult result = training.step(batch);
        double seconds = secondsBefore + secondsSince(started);
        entries.add(entry(step, result, waited, plan.batch() / secondsSince(asked), seconds));
        task.advance(1);
        if ((step - first) % NOTE_EVERY_STEPS == NOTE_EVERY_STEPS - 1) {
          task.note(note(entries, (step - first + 1) * plan.batch() / (seconds - secondsBefore)));
        }
        if ((step + 1) % plan.checkpointEverySteps() == 0
            || seconds - savedAtSeconds >= plan.checkpointEverySeconds()) {
          checkpoint.save(training, from(entries, saved));
          savedAtSeconds = seconds;
          saved = entries.size();
        }
      }
    } catch (Progress.Stopped stopped) {
      checkpoint.save(training, from(entries, saved));
      throw stopped;
    }
    checkpoint.save(training, from(entries, saved));
    return new TrainingLog(entries);
  }

  private static Entry entry(
      long step, StepResult result, double waited, double imagesPerSecond, double seconds) {
    return new Entry(
        step,
        (float) result.loss(),
        (float) result.gradientNorm(),
        (float) result.learningRate(),
        (float) waited,
        (float) imagesPerSecond,
        (float) seconds);
  }

  private static double secondsSince(long nanoTime) {
    return (System.nanoTime() - nanoTime) * 1e-9;
  }

  private static TrainingLog from(List<Entry> entries, int first) {
    return new TrainingLog(entries.subList(first, entries.size()));
  }

  private Supplier<TrainingBatch> begin(WorkAhead ahead, long step) {
    return ahead.begin(() -> lessons.at(step));
  }

  private static String note(List<Entry> entries, double imagesPerSecond) {
    double loss =
        entries.subList(Math.max(0, entries.size() - NOTE_EVERY_STEPS), entries.size()).stream()
            .mapToDouble(Entry::loss)
            .average()
            .orElse(Double.NaN);
    return String.format(Locale.ROOT, "loss %.4f, %.0f images/s", loss, imagesPerSecond);
  }
}
