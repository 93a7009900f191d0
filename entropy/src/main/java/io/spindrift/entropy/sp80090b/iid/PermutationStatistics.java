package io.spindrift.entropy.sp80090b.iid;

import java.util.ArrayList;
import java.util.List;

/** The 19 statistics of SP 800-90B, section 5.1, in the order of the standard, by family. */
final class PermutationStatistics {
  /** Statistics of all families together. */
  static final int COUNT = 19;

  private static final List<Integer> LAGS = List.of(1, 2, 8, 16, 32);

  /** Names of all statistics. */
  static final List<String> NAMES =
      families(1).stream().flatMap(family -> family.names().stream()).toList();

  /** New families for sequences of {@code symbols}; the compression comes last, and costs most. */
  static List<StatisticFamily> families(int symbols) {
    List<StatisticFamily> families = new ArrayList<>();
    families.add(new Excursion());
    families.add(new DirectionalRuns(symbols));
    families.add(new MedianRuns(symbols));
    families.add(new Collisions());
    LAGS.forEach(lag -> families.add(new Periodicity(lag)));
    LAGS.forEach(lag -> families.add(new Covariance(lag)));
    families.add(new Compression());
    return families;
  }

  private PermutationStatistics() {}
}
