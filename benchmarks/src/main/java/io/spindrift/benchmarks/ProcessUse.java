package io.spindrift.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What this process took from the machine during some work.
 *
 * @param wallSeconds time on the clock
 * @param processorSeconds processor time of all threads
 * @param residentBytesBefore resident memory before, zero where the system has no /proc
 * @param residentBytesAfter resident memory after
 * @param loadAverage threads of the whole machine that ran or waited to run in the last minute
 */
record ProcessUse(
    double wallSeconds,
    double processorSeconds,
    long residentBytesBefore,
    long residentBytesAfter,
    double loadAverage) {
  private static final double NANO = 1e-9;
  private static final long KILO = 1024;

  /** Does the work and tells what it took. */
  static ProcessUse of(Runnable work) {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long memory = residentBytes();
    long used = system.getProcessCpuTime();
    long clock = System.nanoTime();
    work.run();
    return new ProcessUse(
        (System.nanoTime() - clock) * NANO,
        (system.getProcessCpuTime() - used) * NANO,
        memory,
        residentBytes(),
        system.getSystemLoadAverage());
  }

  private static long residentBytes() {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmRSS"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KILO)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
