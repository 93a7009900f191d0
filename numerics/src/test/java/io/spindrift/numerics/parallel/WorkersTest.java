package io.spindrift.numerics.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.numerics.random.StreamKey;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8})
  void everyTaskRunsExactlyOnce(int threads) {
    AtomicIntegerArray runs = new AtomicIntegerArray(1000);
    try (Workers workers = new Workers(threads)) {
      workers.forEach(1000, runs::incrementAndGet);
      workers.forEach(0, i -> runs.set(0, 99));
    }
    for (int i = 0; i < 1000; i++) {
      assertThat(runs.get(i)).isEqualTo(1);
    }
  }

  @Test
  void oneThreeAndEightThreadsGiveTheSameBits() {
    long[] one = keyed(1);
    assertThat(keyed(3)).isEqualTo(one);
    assertThat(keyed(8)).isEqualTo(one);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8})
  void aFailureIsRethrownAndTheWorkersStayUsable(int threads) {
    AtomicIntegerArray runs = new AtomicIntegerArray(1);
    try (Workers workers = new Workers(threads)) {
      assertThatThrownBy(() ->
              workers.forEach(
                  1_000_000,
                  i -> {
                    runs.incrementAndGet(0);
                    throw new IllegalStateException("task failed");
                  }))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("task failed");
      assertThat(runs.get(0)).isLessThanOrEqualTo(2 * threads);
      workers.forEach(5, i -> runs.set(0, -1));
      assertThat(runs.get(0)).isEqualTo(-1);
    }
  }

  @Test
  void atLeastOneThreadIsNeeded() {
    assertThatThrownBy(() -> new Workers(0)).hasMessage("threads must be at least 1, but was 0");
  }

  private static long[] keyed(int threads) {
    long[] words = new long[257];
    StreamKey key = StreamKey.root(5).purpose("workers");
    try (Workers workers = new Workers(threads)) {
      workers.forEach(words.length, i -> words[i] = key.at(i).open().nextLong());
    }
    return words;
  }
}
