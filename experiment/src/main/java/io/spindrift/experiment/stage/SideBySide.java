package io.spindrift.experiment.stage;

import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Equal jobs that run at the same time, go through the same phases and share one bar a phase. What
 * the first of them notes stands for each.
 *
 * <p>A network gains little from a second thread inside it; two networks on two threads gain all of
 * it, and neither sees how many threads there are.
 */
final class SideBySide {
  private final Progress outer;
  private final List<String> titles;
  private final int jobs;
  private final List<Phase> phases = new ArrayList<>();
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

  /**
   * Prepares the jobs.
   *
   * @param outer where their joint progress goes
   * @param titles the phases that every job goes through, in order
   * @param jobs number of jobs
   */
  SideBySide(Progress outer, List<String> titles, int jobs) {
    this.outer = outer;
    this.titles = List.copyOf(titles);
    this.jobs = jobs;
  }

  /** Runs each job with its view of the progress; the first failure stops the others. */
  void run(int threads, List<Consumer<Progress>> work) {
    try (Workers workers = new Workers(Math.min(threads, jobs))) {
      workers.forEach(
          jobs,
          job -> {
            try {
              work.get(job).accept(new View(job));
            } catch (RuntimeException thrown) {
              failure.compareAndSet(null, thrown);
              throw thrown;
            }
          });
    } catch (RuntimeException thrown) {
      RuntimeException first = failure.get();
      throw first == null ? thrown : first;
    }
  }

  private synchronized Phase join(int number, long total, String unit) {
    if (number == phases.size()) {
      phases.add(new Phase(outer.begin(titles.get(number), jobs * total, unit), jobs));
    }
    return phases.get(number);
  }

  /** The progress of one job. */
  private final class View implements Progress {
    private final int job;
    private int phase;

    View(int job) {
      this.job = job;
    }

    @Override
    public Task begin(String title, long total, String unit) {
      Phase joint = join(phase++, total, unit);
      return new Task() {
        @Override
        public void advance(long units) {
          joint.task.advance(units);
        }

        @Override
        public void note(String detail) {
          if (job == 0) {
            joint.task.note(jobs == 1 ? detail : detail + " each");
          }
        }

        @Override
        public void close() {
          joint.leave();
        }
      };
    }

    @Override
    public void checkStopped() {
      outer.checkStopped();
      if (failure.get() != null) {
        throw new Stopped();
      }
    }
  }

  /** One bar that several jobs advance; it ends with the last of them. */
  private static final class Phase {
    private final Progress.Task task;
    private int open;

    Phase(Progress.Task task, int jobs) {
      this.task = task;
      this.open = jobs;
    }

    synchronized void leave() {
      open--;
      if (open == 0) {
        task.close();
      }
    }
  }
}
