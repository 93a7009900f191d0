package io.spindrift.diffusion;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * One thread that prepares what will be needed next, such as noise, while a network computes.
 *
 * <p>What it prepares must depend on its own keys alone, so that the time of preparation cannot
 * change a result.
 */
public final class WorkAhead implements AutoCloseable {
  private final ExecutorService thread;

  /** Starts the thread under a name. */
  public WorkAhead(String name) {
    thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
  }

  /**
   * Begins a piece of work; the answer waits for it, once, and rethrows its failure.
   *
   * <p>Pieces are done in the order in which they were begun.
   */
  public <T> Supplier<T> begin(Supplier<T> work) {
    Future<T> running = thread.submit(work::get);
    return () -> await(running);
  }

  private static <T> T await(Future<T> running) {
    try {
      return running.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error failure -> throw failure;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for work ahead", e);
    }
  }

  /** Ends the thread; what it has not begun is dropped. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}
