package io.spindrift.cli.terminal;

import io.spindrift.numerics.progress.Progress;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Calm progress on standard error: a bar on a terminal, few plain lines elsewhere.
 *
 * <p>Only tasks that last longer than two seconds are shown, one at a time: a task that begins
 * while another is shown stays silent.
 */
public final class TerminalProgress implements Progress {
  private final PrintWriter err;
  private final int columns;
  private final boolean quiet;
  private final BooleanSupplier stopRequested;
  private final InstantSource clock;
  private final AtomicReference<@Nullable TimedTask> shown = new AtomicReference<>();

  /**
   * Opens the display.
   *
   * @param err where lines go
   * @param columns width of the terminal, 0 when {@code err} is none
   * @param quiet show nothing
   * @param stopRequested whether the user asked to stop
   */
  public TerminalProgress(
      PrintWriter err, int columns, boolean quiet, BooleanSupplier stopRequested) {
    this(err, columns, quiet, stopRequested, InstantSource.system());
  }

  TerminalProgress(
      PrintWriter err,
      int columns,
      boolean quiet,
      BooleanSupplier stopRequested,
      InstantSource clock) {
    this.err = err;
    this.columns = columns;
    this.quiet = quiet;
    this.stopRequested = stopRequested;
    this.clock = clock;
  }

  @Override
  public Task begin(String title, long total, String unit) {
    return quiet
        ? Progress.NONE.begin(title, total, unit)
        : new TimedTask(this, title, total, unit);
  }

  @Override
  public void checkStopped() {
    if (stopRequested.getAsBoolean()) {
      throw new Stopped();
    }
  }

  InstantSource clock() {
    return clock;
  }

  /** Whether this task may be shown now; at most one is at a time. */
  boolean claim(TimedTask task) {
    return shown.compareAndSet(null, task) || shown.get() == task;
  }

  void release(TimedTask task) {
    shown.compareAndSet(task, null);
  }

  TaskDisplay display(String title, long total, String unit, long done, long startMillis) {
    return columns > 0
        ? new BarDisplay(err, columns, title, total, unit, done, clock.millis() - startMillis)
        : new LineDisplay(err, title, total, unit, clock, startMillis);
  }
}
