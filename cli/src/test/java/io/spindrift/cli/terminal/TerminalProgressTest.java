package io.spindrift.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.numerics.progress.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {
  private final StringWriter err = new StringWriter();
  private final AtomicLong millis = new AtomicLong();
  private final TerminalProgress progress = progress(0, false);

  private TerminalProgress progress(int columns, boolean quiet) {
    return new TerminalProgress(
        new PrintWriter(err, true),
        columns,
        quiet,
        () -> millis.get() > 1_000_000,
        () -> Instant.ofEpochMilli(millis.get()));
  }

  @Test
  void aShortTaskIsNotWorthALine() {
    try (Progress.Task task = progress.begin("curve", 10, "points")) {
      millis.addAndGet(1999);
      task.advance(10);
    }
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aLongTaskTellsAtTwoSecondsEveryTenSecondsAndAtItsEnd() {
    try (Progress.Task task = progress.begin("training", 25, "steps")) {
      for (int second = 1; second <= 25; second++) {
        millis.addAndGet(1000);
        task.note("loss 0." + second);
        task.advance(1);
      }
    }
    assertThat(err.toString())
        .isEqualTo(
            """
            training: 2 of 25 steps, 2 s, loss 0.2
            training: 12 of 25 steps, 12 s, loss 0.12
            training: 22 of 25 steps, 22 s, loss 0.22
            training: 25 of 25 steps, 25 s, loss 0.25
            """);
  }

  @Test
  void theLastUnitIsToldOnceWithTheLastNote() {
    try (Progress.Task task = progress.begin("features", 256, "images")) {
      millis.addAndGet(3000);
      task.note("first");
      task.advance(256);
      task.note("last");
    }
    assertThat(err.toString()).isEqualTo("features: 256 of 256 images, 3 s, last\n");
  }

  @Test
  void aStoppedTaskDoesNotTellTwiceHowFarItCame() {
    try (Progress.Task task = progress.begin("training", 25, "steps")) {
      millis.addAndGet(3000);
      task.advance(7);
    }
    assertThat(err.toString()).isEqualTo("training: 7 of 25 steps, 3 s\n");
  }

  @Test
  void aTaskInsideAShownTaskStaysSilent() {
    try (Progress.Task outer = progress.begin("outer", 2, "parts")) {
      millis.addAndGet(3000);
      outer.advance(1);
      try (Progress.Task inner = progress.begin("inner", 2, "parts")) {
        millis.addAndGet(3000);
        inner.advance(1);
      }
    }
    assertThat(err.toString()).contains("outer").doesNotContain("inner");
  }

  @Test
  void aBarOnATerminalFitsItsLine() {
    try (Progress.Task task = progress(60, false).begin("sampling", 64, "images")) {
      millis.addAndGet(5000);
      task.note("with a note that is much longer than the line has room for, by far");
      task.advance(32);
    }
    assertThat(err.toString()).contains("sampling", "32/64");
    assertThat(err.toString().split("[\r\n]+")).allMatch(line -> line.length() <= 60);
  }

  @Test
  void quietShowsNothingButStillStops() {
    TerminalProgress quiet = progress(80, true);
    try (Progress.Task task = quiet.begin("training", 2, "steps")) {
      millis.addAndGet(2_000_000);
      task.advance(2);
    }
    assertThat(err.toString()).isEmpty();
    assertThatThrownBy(quiet::checkStopped).isInstanceOf(Progress.Stopped.class);
  }
}
