package io.spindrift.cli.terminal;

import java.io.PrintWriter;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** One bar on a terminal, redrawn twice a second in place. */
final class BarDisplay implements TaskDisplay {
  private static final int REDRAW_MILLISECONDS = 500;

  private final ProgressBar bar;

  BarDisplay(
      PrintWriter err,
      int columns,
      String title,
      long total,
      String unit,
      long done,
      long elapsedMillis) {
    this.bar =
        ProgressBar.builder()
            .setTaskName(title)
            .setInitialMax(total)
            .setUnit(" " + unit, 1)
            .setStyle(ProgressBarStyle.UNICODE_BLOCK)
            .setUpdateIntervalMillis(REDRAW_MILLISECONDS)
            .setConsumer(new SameLine(err, columns))
            .startsFrom(done, Duration.ofMillis(elapsedMillis))
            .build();
  }

  @Override
  public void update(long done, String detail) {
    bar.setExtraMessage(detail.isEmpty() ? "" : " " + detail);
    bar.stepTo(done);
  }

  @Override
  public void end(long done, String detail) {
    update(done, detail);
    bar.close();
  }

  /** Draws over the present line; ends it when the bar is closed. */
  private record SameLine(PrintWriter err, int columns) implements ProgressBarConsumer {
    @Override
    public int getMaxRenderedLength() {
      return columns - 1;
    }

    @Override
    public void accept(String line) {
      err.print("\r" + line);
      err.flush();
    }

    @Override
    public void close() {
      err.println();
      err.flush();
    }
  }
}
