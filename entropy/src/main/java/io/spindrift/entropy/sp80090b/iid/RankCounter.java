package io.spindrift.entropy.sp80090b.iid;

import io.spindrift.entropy.sp80090b.iid.RankedStatistic.Standing;

/**
 * Counts where one statistic lies among those of shuffled symbols: C0 above it, C1 equal, C2 below.
 *
 * <p>It has passed, and counts no more, once C0 + C1 and C1 + C2 both exceed five. The standard
 * rejects after 10,000 shuffles when {@code C0 + C1 <= 5} or {@code C0 >= 9995}, which is {@code C1
 * + C2 <= 5}: both counters only grow, so that stopping early changes no verdict.
 */
final class RankCounter {
  private static final int REJECTED_AT_MOST = 5;

  private final String name;
  private final double unpermuted;
  private int above;
  private int equal;
  private int below;

  RankCounter(String name, double unpermuted) {
    this.name = name;
    this.unpermuted = unpermuted;
  }

  /** Counts one more shuffle, unless passed. */
  void count(double permuted) {
    if (passed()) {
      return;
    }
    if (permuted > unpermuted) {
      above++;
    } else if (permuted < unpermuted) {
      below++;
    } else {
      equal++;
    }
  }

  boolean passed() {
    return reached() > REJECTED_AT_MOST;
  }

  /** Shuffles that reached the statistic from the rarer side. */
  int reached() {
    return Math.min(above + equal, equal + below);
  }

  /** Shuffles counted. */
  int shuffles() {
    return above + equal + below;
  }

  /**
   * The counters as they are.
   *
   * @param permutations shuffles after which what has not passed has failed
   * @param provisionalAfter shuffles after which what no shuffle reached fails provisionally
   */
  RankedStatistic ranked(int permutations, int provisionalAfter) {
    return new RankedStatistic(
        name, unpermuted, above, equal, below, standing(permutations, provisionalAfter));
  }

  private Standing standing(int permutations, int provisionalAfter) {
    if (passed()) {
      return Standing.PASSED;
    }
    if (shuffles() >= permutations) {
      return Standing.FAILED;
    }
    return shuffles() >= provisionalAfter && reached() == 0
        ? Standing.PROVISIONALLY_FAILED
        : Standing.UNDECIDED;
  }
}
