package io.spindrift.entropy.sp80090b.iid;

import java.util.List;

/**
 * Directional runs, SP 800-90B sections 5.1.2 to 5.1.4: the number of runs of rising or falling
 * neighbours, the longest run, and the greater of the numbers of rises and falls.
 *
 * <p>Sign i is plus when symbol i is not above symbol i + 1. Two symbols are counted in eights
 * first (conversion I).
 */
final class DirectionalRuns implements StatisticFamily {
  private final SignSequence signs;

  DirectionalRuns(int symbols) {
    signs = new SignSequence(symbols);
  }

  @Override
  public List<String> names() {
    return List.of("numDirectionalRuns", "lenDirectionalRuns", "numIncreasesDecreases");
  }

  @Override
  public void evaluate(Arrangement arrangement, double[] values, int at) {
    signs.compareWithNext(arrangement.eightsCounted());
    int pluses = signs.pluses();
    values[at] = signs.runs();
    values[at + 1] = signs.longestRun();
    values[at + 2] = Math.max(pluses, signs.length() - pluses);
  }
}
