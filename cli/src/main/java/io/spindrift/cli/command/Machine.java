package io.spindrift.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the program runs on, for the head of a benchmark. */
final class Machine {
  /** The processor's name, or its kind when the system does not tell. */
  static String processor() {
    Path file = Path.of("/proc/cpuinfo");
    if (Files.isReadable(file)) {
      try (var lines = Files.lines(file)) {
        return lines
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse(System.getProperty("os.arch"));
      } catch (IOException e) {
        return System.getProperty("os.arch");
      }
    }
    return System.getProperty("os.arch");
  }

  private Machine() {}
}
