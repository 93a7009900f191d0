package io.spindrift.entropy.sp80090b.iid;

import io.spindrift.entropy.sp80090b.Finding;
import io.spindrift.entropy.sp80090b.iid.RankedStatistic.Standing;
import java.util.List;
import java.util.Map;

/** What the ranks of all statistics together say: one that fails is enough. */
final class PermutationJudgement {
  private static final String NAME = "IID permutation tests";

  static IidVerdict of(List<RankedStatistic> ranked, Schedule schedule) {
    if (any(ranked, Standing.FAILED)) {
      return new IidVerdict.Failed();
    }
    if (any(ranked, Standing.PROVISIONALLY_FAILED)) {
      return new IidVerdict.ProvisionallyFailed(FalseAlarm.bound(ranked, schedule));
    }
    return any(ranked, Standing.UNDECIDED)
        ? new IidVerdict.Undecided("a permutation statistic was left open")
        : new IidVerdict.Passed();
  }

  private static boolean any(List<RankedStatistic> ranked, Standing standing) {
    return ranked.stream().anyMatch(statistic -> statistic.standing() == standing);
  }

  static Finding finding(IidVerdict verdict) {
    return switch (verdict) {
      case IidVerdict.Passed passed -> IidFindings.verdict(NAME, Map.of(), true);
      case IidVerdict.Failed failed -> IidFindings.verdict(NAME, Map.of(), false);
      case IidVerdict.ProvisionallyFailed provisional ->
          IidFindings.verdict(
              NAME, Map.of("provisional error probability", provisional.errorProbability()), false);
      case IidVerdict.Undecided undecided -> IidFindings.open(NAME, undecided.reason());
    };
  }

  private PermutationJudgement() {}
}
