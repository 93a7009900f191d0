package io.spindrift.entropy.sp80090b.iid;

import java.util.List;

/**
 * Runs about the median, SP 800-90B sections 5.1.5 and 5.1.6: the number of runs of symbols not
 * below or below the median, and the longest run. The median of two symbols is one half.
 */
final class MedianRuns implements StatisticFamily {
  private final SignSequence signs;

  MedianRuns(int symbols) {
    signs = new SignSequence(symbols);
  }

  @Override
  public List<String> names() {
    return List.of("numRunsMedian", "lenRunsMedian");
  }

  @Override
  public void evaluate(Arrangement arrangement, double[] values, int at) {
    signs.compareWith(arrangement.symbols(), arrangement.sample().threshold());
    values[at] = signs.runs();
    values[at + 1] = signs.longestRun();
  }
}
