package io.spindrift.torch;

import io.spindrift.numerics.progress.Progress;
import java.time.Duration;

/**
 * How much native work is under way, so that the process never ends in the middle of it.
 *
 * <p>At its end a process frees the compiled kernels of the library; a thread that still runs one
 * would crash it. A shutdown hook therefore lets running work finish and refuses to start more.
 */
final class NativeWork {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final NativeWork PROCESS = new NativeWork();

  private int running;
  private boolean ending;

  /** The work of this process. */
  static NativeWork ofProcess() {
    return PROCESS;
  }

  /**
   * Notes the beginning of work.
   *
   * @param heavy whether it runs networks; what only moves numbers is still let through at the end
   * @throws Progress.Stopped when the process is ending
   */
  synchronized void begin(boolean heavy) {
    if (heavy && ending) {
      throw new Progress.Stopped();
    }
    running++;
  }

  /** Notes the end of work. */
  synchronized void end() {
    running--;
    notifyAll();
  }

  /** Refuses further heavy work and returns when none is running, or when patience ends. */
  synchronized void finish() {
    ending = true;
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (running > 0 && System.nanoTime() < deadline) {
        wait(100);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
