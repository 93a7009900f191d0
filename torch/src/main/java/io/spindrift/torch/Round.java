package io.spindrift.torch;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Numbered tasks that several threads take from in order. */
final class Round {
  private static final int NONE = -1;

  private final int tasks;
  private final IntConsumer body;
  private int next;
  private int running;
  private int failedTask;
  private @Nullable Throwable failure;

  Round(int tasks, IntConsumer body) {
    this.tasks = tasks;
    this.body = body;
  }

  /** Works until no task is left to be taken. */
  void work() {
    for (int task = take(); task != NONE; task = take()) {
      try {
        body.accept(task);
        end(task, null);
      } catch (RuntimeException | Error reason) {
        end(task, reason);
      }
    }
  }

  /**
   * Returns when no task runs any more and rethrows the failure of the lowest number.
   *
   * <p>An interrupt does not cut the wait short: what a running task uses must not be closed.
   */
  void await() {
    Throwable reason = failureAtTheEnd();
    switch (reason) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(reason);
    }
  }

  private synchronized int take() {
    if (failure != null || next == tasks) {
      return NONE;
    }
    running++;
    return next++;
  }

  private synchronized void end(int task, @Nullable Throwable reason) {
    running--;
    if (reason != null && (failure == null || task < failedTask)) {
      failure = reason;
      failedTask = task;
    }
    notifyAll();
  }

  private synchronized @Nullable Throwable failureAtTheEnd() {
    boolean interrupted = false;
    while (running > 0) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return failure;
  }
}
