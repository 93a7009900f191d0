package io.spindrift.entropy.sp80090b.iid;

import java.util.List;

/** The 19 statistics of SP 800-90B, section 5.1, in the order of the standard, by family. */
final class PermutationStatistics {
  /** Statistics of all families together. */
  static final int COUNT = 19;

  /** Names of all statistics. */
  static final List<String> NAMES =
      families(1).stream().flatMap(family -> family.names().stream()).toList();

  /** New families for sequences of {@code symbols}; the compression comes last, and costs most. */
  static List<StatisticFamily> families(int symbols) {
    return List.of(
        new Excursion(),
        new DirectionalRuns(symbols),
        new MedianRuns(symbols),
        new Collisions(),
        new Periodicity(),
        new Covariance(),
        new Compression());
  }

  private PermutationStatistics() {}
}
