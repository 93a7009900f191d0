package io.spindrift.cli.terminal;

import io.spindrift.numerics.progress.Progress;
import org.jspecify.annotations.Nullable;

/** A task that is shown once it has lasted long enough to be worth a line. */
final class TimedTask implements Progress.Task {
  static final long SILENT_MILLISECONDS = 2000;

  private final TerminalProgress owner;
  private final String title;
  private final long total;
  private final String unit;
  private final long startMillis;
  private long done;
  private String detail = "";
  private boolean closed;
  private @Nullable TaskDisplay display;

  TimedTask(TerminalProgress owner, String title, long total, String unit) {
    this.owner = owner;
    this.title = title;
    this.total = total;
    this.unit = unit;
    this.startMillis = owner.clock().millis();
  }

  @Override
  public synchronized void advance(long units) {
    done += units;
    if (closed) {
      return;
    }
    if (display == null
        && owner.clock().millis() - startMillis >= SILENT_MILLISECONDS
        && owner.claim(this)) {
      display = owner.display(title, total, unit, done, startMillis);
    }
    if (display != null) {
      display.update(done, detail);
    }
  }

  @Override
  public synchronized void note(String text) {
    detail = text;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (display != null) {
      display.end(done, detail);
    }
    owner.release(this);
  }
}
