package io.spindrift.cli.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The wish to stop, from Ctrl-C or a termination signal.
 *
 * <p>The process ends within a second: the signal's handler raises the wish, gives the work 0.6 s
 * to notice it and to leave its files in order, and otherwise does what is due itself.
 */
public final class StopSwitch {
  private static final long PATIENCE_MILLISECONDS = 600;

  private final CountDownLatch settled = new CountDownLatch(1);
  private final AtomicBoolean said = new AtomicBoolean();
  private volatile boolean requested;
  private volatile String farewell = "stopped";
  private volatile Runnable whenAbandoned = () -> {};

  /** A switch that only {@link #request} raises. */
  public StopSwitch() {}

  /** A switch that is raised when the process is asked to end. */
  public static StopSwitch onShutdown() {
    StopSwitch stop = new StopSwitch();
    Runtime.getRuntime().addShutdownHook(new Thread(stop::endSoon, "spindrift-stop"));
    return stop;
  }

  /** Whether the user asked to stop. */
  public boolean requested() {
    return requested;
  }

  /** Raises the wish to stop. */
  public void request() {
    requested = true;
  }

  /** Says that nothing is left to put in order. */
  public void settle() {
    settled.countDown();
  }

  /** Says the sentence that a stopped command ends with, unless it was said before. */
  public void sayFarewell(Consumer<String> hearer) {
    if (said.compareAndSet(false, true)) {
      hearer.accept(farewell);
    }
  }

  /**
   * Sets what a stopped command says, and what is done for work that does not notice in time.
   *
   * @param sentence printed on standard error
   * @param abandoned puts files in order from another thread
   */
  public void whenStopped(String sentence, Runnable abandoned) {
    farewell = sentence;
    whenAbandoned = abandoned;
  }

  private void endSoon() {
    if (settled.getCount() == 0) {
      return;
    }
    request();
    try {
      if (!settled.await(PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS)) {
        whenAbandoned.run();
        sayFarewell(System.err::println);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
