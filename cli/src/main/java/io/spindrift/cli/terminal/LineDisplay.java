package io.spindrift.cli.terminal;

import java.io.PrintWriter;
import java.time.InstantSource;

/**
 * Plain lines for files and pipes: one at the start, one every ten seconds, one at the end, and
 * never two of the same state.
 */
final class LineDisplay implements TaskDisplay {
  private static final long PAUSE_MILLISECONDS = 10_000;

  private final PrintWriter err;
  private final String title;
  private final long total;
  private final String unit;
  private final InstantSource clock;
  private final long startMillis;
  private long nextMillis;
  private long printed = -1;

  LineDisplay(
      PrintWriter err,
      String title,
      long total,
      String unit,
      InstantSource clock,
      long startMillis) {
    this.err = err;
    this.title = title;
    this.total = total;
    this.unit = unit;
    this.clock = clock;
    this.startMillis = startMillis;
    this.nextMillis = clock.millis();
  }

  @Override
  public void update(long done, String detail) {
    // The last unit is told by the end, which knows the last note as well.
    if (done < total && clock.millis() >= nextMillis) {
      nextMillis = clock.millis() + PAUSE_MILLISECONDS;
      print(done, detail);
    }
  }

  @Override
  public void end(long done, String detail) {
    if (done != printed) {
      print(done, detail);
    }
  }

  private void print(long done, String detail) {
    printed = done;
    err.println(
        "%s: %d of %d %s, %d s%s"
            .formatted(
                title,
                done,
                total,
                unit,
                (clock.millis() - startMillis) / 1000,
                detail.isEmpty() ? "" : ", " + detail));
  }
}
