package io.spindrift.torch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/** What the processor can do in hardware, read from the flags that Linux lists. */
final class ProcessorFeatures {
  private static final Path CPUINFO = Path.of("/proc/cpuinfo");
  private static final Set<String> BF16 = Set.of("avx512_bf16", "amx_bf16", "bf16");

  /** Whether bf16 products are made in hardware; false where the system does not say. */
  static boolean multipliesBf16() {
    try (Stream<String> lines = Files.lines(CPUINFO)) {
      return lists(lines, BF16);
    } catch (IOException | java.io.UncheckedIOException unreadable) {
      return false;
    }
  }

  /**
   * The model of the processor as Linux names it; its architecture where the system does not say.
   */
  static String model() {
    String architecture = String.valueOf(System.getProperty("os.arch"));
    try (Stream<String> lines = Files.lines(CPUINFO)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(architecture);
    } catch (IOException | java.io.UncheckedIOException unreadable) {
      return architecture;
    }
  }

  static boolean lists(Stream<String> cpuinfo, Set<String> wanted) {
    return cpuinfo
        .filter(line -> line.startsWith("flags") || line.startsWith("Features"))
        .limit(1)
        .flatMap(line -> Stream.of(line.split("\\s+")))
        .anyMatch(wanted::contains);
  }

  private ProcessorFeatures() {}
}
