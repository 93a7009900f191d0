package io.spindrift.entropy.sp80090b.iid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.entropy.sp80090b.iid.RankedStatistic.Standing;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FalseAlarmTest {
  private static List<RankedStatistic> failing(int cheap, boolean compression) {
    List<RankedStatistic> ranked = new ArrayList<>();
    for (int i = 0; i < PermutationStatistics.COUNT; i++) {
      boolean last = i == PermutationStatistics.COUNT - 1;
      boolean fails = last ? compression : i < cheap;
      ranked.add(
          new RankedStatistic(
              PermutationStatistics.NAMES.get(i),
              0,
              0,
              0,
              0,
              fails ? Standing.PROVISIONALLY_FAILED : Standing.PASSED));
    }
    return ranked;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 9, 18})
  void moreFailingStatisticsAreLessLikelyByChance(int failing) {
    Schedule schedule = new Schedule(10_000, 719, 59);
    assertThat(FalseAlarm.bound(failing(failing, false), schedule))
        .isCloseTo(0.05 / failing, within(1e-15));
    assertThat(FalseAlarm.bound(failing(0, true), schedule))
        .isCloseTo(36.0 / 720 + 2.0 / 60, within(1e-15));
    assertThat(FalseAlarm.bound(failing(1, false), new Schedule(100, 12, 12))).isEqualTo(1);
  }

  /**
   * All arrangements of s statistics that share a rank in groups of m: the bound holds, and is met
   * exactly when the extreme ranks of the groups never coincide.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6, 9, 18})
  void theBoundHoldsForEveryRankByEnumeration(int together) {
    int shuffles = 719;
    int groups = 18 / together;
    int alarms = 0;
    for (int rank = 0; rank <= shuffles; rank++) {
      int unreached = 0;
      for (int group = 0; group < groups; group++) {
        int shifted = (rank + 2 * group) % (shuffles + 1);
        unreached += shifted == 0 || shifted == shuffles ? together : 0;
      }
      alarms += unreached >= together ? 1 : 0;
    }
    double bound = FalseAlarm.bound(failing(together, false), new Schedule(10_000, shuffles, 59));
    assertThat((double) alarms / (shuffles + 1)).isCloseTo(bound, within(1e-15));
  }

  /** Section 5.1: a statistic fails with a rank of five or less of 10,000 on either side. */
  @Test
  void aStatisticReachedFiveTimesFailsAndSixTimesPasses() {
    RankCounter counter = new RankCounter("statistic", 1);
    for (int i = 0; i < 100; i++) {
      counter.count(0);
    }
    for (int i = 0; i < 5; i++) {
      counter.count(i % 2 == 0 ? 1 : 2);
    }
    assertThat(counter.reached()).isEqualTo(5);
    assertThat(counter.ranked(105, 105).standing()).isEqualTo(Standing.FAILED);
    counter.count(1);
    assertThat(counter.ranked(106, 106).standing()).isEqualTo(Standing.PASSED);
  }
}
