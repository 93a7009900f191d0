package io.spindrift.numerics.bench;

import java.lang.management.ManagementFactory;

/** Processor time, which the load of the machine does not change. */
public final class CpuClock {
  /** Seconds of processor time that the calling thread has used. */
  public static double threadSeconds() {
    return 1e-9 * ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private CpuClock() {}
}
