package io.spindrift.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class CrewTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void everyTaskRunsOnceForEveryOneOfSeveralCallers(int threads) {
    Crew crew = new Crew(threads);
    AtomicIntegerArray runs = new AtomicIntegerArray(4 * 50);
    CompletableFuture<?>[] callers =
        IntStream.range(0, 4)
            .mapToObj(caller ->
                CompletableFuture.runAsync(
                    () -> crew.forEach(50, task -> runs.incrementAndGet(50 * caller + task))))
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(callers).join();
    for (int i = 0; i < runs.length(); i++) {
      assertThat(runs.get(i)).isEqualTo(1);
    }
  }

  @Test
  void noMoreThreadsThanItHasWorkAtATimeHoweverManyCall() {
    Crew crew = new Crew(2);
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CompletableFuture<?>[] callers =
        IntStream.range(0, 5)
            .mapToObj(caller ->
                CompletableFuture.runAsync(() ->
                    crew.forEach(
                        20,
                        task -> {
                          int unused =
                              crew.atAPlace(() -> {
                                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                                Thread.yield();
                                return now.decrementAndGet();
                              });
                        })))
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(callers).join();
    assertThat(most.get()).isBetween(1, 2);
  }

  @Test
  void tasksRunBesideEachOther() {
    CountDownLatch both = new CountDownLatch(2);
    new Crew(2)
        .forEach(
            2,
            task -> {
              both.countDown();
              try {
                // Passes only when the other task is under way as well.
                both.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    assertThat(both.getCount()).isZero();
  }

  @Test
  void withOneThreadNothingLeavesTheCaller() {
    Set<Thread> seen = Collections.newSetFromMap(new ConcurrentHashMap<>());
    new Crew(1).forEach(20, task -> seen.add(Thread.currentThread()));
    assertThat(seen).containsExactly(Thread.currentThread());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void theFailureOfTheLowestTaskIsRethrownAndTheCrewStaysUsable(int threads) {
    Crew crew = new Crew(threads);
    AtomicInteger done = new AtomicInteger();
    assertThatThrownBy(() ->
            crew.forEach(
                100,
                task -> {
                  if (task >= 7) {
                    throw new IllegalStateException("task " + task);
                  }
                  done.incrementAndGet();
                }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("task 7");
    assertThat(done.get()).isEqualTo(7);
    crew.forEach(5, task -> done.incrementAndGet());
    assertThat(done.get()).isEqualTo(12);
  }

  @Test
  void anInterruptDoesNotCutTheWaitShort() {
    Crew crew = new Crew(3);
    AtomicInteger done = new AtomicInteger();
    Thread.currentThread().interrupt();
    crew.forEach(30, task -> done.incrementAndGet());
    assertThat(Thread.interrupted()).isTrue();
    assertThat(done.get()).isEqualTo(30);
  }
}
