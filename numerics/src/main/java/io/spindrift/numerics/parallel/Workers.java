package io.spindrift.numerics.parallel;

import io.spindrift.numerics.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * A fixed number of threads that share independent tasks.
 *
 * <p>Tasks are numbered; a task may depend on its number and on nothing else, so that the thread
 * count cannot change a result. The first failure is rethrown and stops the rest.
 */
public final class Workers implements AutoCloseable {
  private final int threads;
  private final ExecutorService pool;

  /** Starts {@code threads} threads, at least one. */
  public Workers(int threads) {
    this.threads = Require.atLeast("threads", threads, 1);
    this.pool =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("spindrift-worker-", 0).factory());
  }

  /** The number of threads. */
  public int threads() {
    return threads;
  }

  /** Runs {@code body} for every task number in [0, tasks) and returns when all are done. */
  public void forEach(int tasks, IntConsumer body) {
    AtomicInteger next = new AtomicInteger();
    List<Future<?>> running = new ArrayList<>();
    for (int t = 0; t < Math.min(threads, tasks); t++) {
      running.add(
          pool.submit(() -> {
            for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
              try {
                body.accept(i);
              } catch (RuntimeException | Error failure) {
                next.set(tasks);
                throw failure;
              }
            }
          }));
    }
    awaitAll(running);
  }

  private static void awaitAll(List<Future<?>> running) {
    Throwable failure = null;
    for (Future<?> task : running) {
      try {
        task.get();
      } catch (ExecutionException e) {
        failure = failure == null ? e.getCause() : failure;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting for workers", e);
      }
    }
    switch (failure) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(failure);
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
