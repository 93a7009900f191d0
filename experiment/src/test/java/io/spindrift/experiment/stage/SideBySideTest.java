package io.spindrift.experiment.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.numerics.NumericalFailure;
import io.spindrift.numerics.progress.Progress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SideBySideTest {
  private final List<String> bars = Collections.synchronizedList(new ArrayList<>());
  private final List<String> notes = Collections.synchronizedList(new ArrayList<>());
  private final AtomicLong advanced = new AtomicLong();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void jobsShareOneBarForEachPhase(int threads) {
    new SideBySide(new Recording(), List.of("first", "second"), 2)
        .run(threads, List.of(this::twoPhases, this::twoPhases));

    assertThat(bars)
        .containsExactlyInAnyOrder("first of 20", "second of 6", "end of first", "end of second");
    assertThat(advanced).hasValue(26);
  }

  @Test
  void theFirstFailureStopsTheOtherJobAndIsTheOneThatIsTold() {
    CountDownLatch begun = new CountDownLatch(1);
    Consumer<Progress> endless =
        progress -> {
          begun.countDown();
          while (true) {
            progress.checkStopped();
            Thread.onSpinWait();
          }
        };
    Consumer<Progress> failing =
        progress -> {
          await(begun);
          throw new NumericalFailure("loss must stay finite, but was NaN");
        };

    assertThatThrownBy(() ->
            new SideBySide(new Recording(), List.of("first"), 2).run(2, List.of(endless, failing)))
        .isInstanceOf(NumericalFailure.class);
  }

  @Test
  void aRateThatOneJobNotesIsSaidToBeThatOfEach() {
    Consumer<Progress> noting =
        progress -> {
          try (Progress.Task task = progress.begin("any", 1, "steps")) {
            task.note("670 images/s");
          }
        };

    new SideBySide(new Recording(), List.of("first"), 2).run(1, List.of(noting, noting));
    assertThat(notes).containsExactly("670 images/s each");

    notes.clear();
    new SideBySide(new Recording(), List.of("first"), 1).run(1, List.of(noting));
    assertThat(notes).containsExactly("670 images/s");
  }

  private void twoPhases(Progress progress) {
    try (Progress.Task task = progress.begin("any", 10, "steps")) {
      task.advance(10);
    }
    try (Progress.Task task = progress.begin("any", 3, "steps")) {
      task.advance(3);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Notes what is begun and ended. */
  private final class Recording implements Progress {
    @Override
    public Task begin(String title, long total, String unit) {
      bars.add(title + " of " + total);
      return new Task() {
        @Override
        public void advance(long units) {
          advanced.addAndGet(units);
        }

        @Override
        public void note(String detail) {
          notes.add(detail);
        }

        @Override
        public void close() {
          bars.add("end of " + title);
        }
      };
    }

    @Override
    public void checkStopped() {}
  }
}
