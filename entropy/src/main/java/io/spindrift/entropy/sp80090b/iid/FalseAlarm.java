package io.spindrift.entropy.sp80090b.iid;

import io.spindrift.entropy.sp80090b.iid.RankedStatistic.Standing;
import java.util.List;

/**
 * How often an IID source would fail the permutation tests provisionally.
 *
 * <p>Given the symbols as a multiset, every order of an IID sequence is equally likely; the value
 * of a statistic in the order that came and its values after k shuffles are therefore exchangeable,
 * and each of the k + 1 is the strictly greatest with probability at most 1 / (k + 1), likewise the
 * strictly smallest. A statistic that no shuffle reached is one of the two: probability at most 2 /
 * (k + 1). Over s statistics the expected number of such is at most {@code 2 s / (k + 1)}, however
 * they depend on each other, and by Markov's inequality m or more occur with probability at most
 * {@code 2 s / (m (k + 1))}.
 */
final class FalseAlarm {
  /** Bound on the probability that an IID source makes at least as many statistics fail. */
  static double bound(List<RankedStatistic> ranked, Schedule schedule) {
    int last = ranked.size() - 1;
    double cheap = 2.0 * last / (schedule.provisionalAfter() + 1);
    long failed =
        ranked.subList(0, last).stream()
            .filter(statistic -> statistic.standing() == Standing.PROVISIONALLY_FAILED)
            .count();
    double bound =
        failed > 0 ? cheap / failed : cheap + 2.0 / (schedule.compressionProvisionalAfter() + 1);
    return Math.min(1, bound);
  }

  private FalseAlarm() {}
}
