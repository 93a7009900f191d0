package io.spindrift.torch;

import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * The threads on which one engine works, shared by all who call it.
 *
 * <p>A round of tasks is worked on by its caller and by helpers; however many callers there are, no
 * more than {@code threads} threads run a network at a time. With one thread nothing leaves the
 * caller. Who runs a task cannot change a result, because each task runs on one thread.
 */
final class Crew {
  private static final long IDLE_SECONDS = 10;

  private final int threads;
  private final Semaphore places;
  private final ThreadPoolExecutor helpers;

  Crew(int threads) {
    this.threads = threads;
    places = new Semaphore(threads, true);
    // The helper that rested last is woken first, so that few threads keep memory for networks;
    // when all helpers work, the caller goes on alone.
    helpers =
        new ThreadPoolExecutor(
            0,
            Math.max(1, threads - 1),
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("spindrift-torch-", 0).factory(),
            new ThreadPoolExecutor.DiscardPolicy());
  }

  int threads() {
    return threads;
  }

  /**
   * Runs {@code body} for every task number in [0, tasks) and returns when all are done.
   *
   * <p>A failure keeps further tasks from starting; that of the lowest number is rethrown, after
   * the last running task has ended.
   */
  void forEach(int tasks, IntConsumer body) {
    Round round = new Round(tasks, body);
    for (int i = 1; i < Math.min(threads, tasks); i++) {
      helpers.execute(round::work);
    }
    round.work();
    round.await();
  }

  /** Does heavy work once a place among the threads is free; must not be nested. */
  <T> T atAPlace(Supplier<T> work) {
    places.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
