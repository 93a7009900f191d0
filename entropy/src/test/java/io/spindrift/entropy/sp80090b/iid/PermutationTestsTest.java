package io.spindrift.entropy.sp80090b.iid;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.entropy.sp80090b.Symbols;
import io.spindrift.entropy.sp80090b.iid.RankedStatistic.Standing;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermutationTestsTest {
  private static final Workers WORKERS = new Workers(2);

  @AfterAll
  static void stopWorkers() {
    WORKERS.close();
  }

  /** Symbols that repeat the one before with the given probability, else are uniform. */
  private static ExaminedSample sticky(int length, int bits, double repeat, StreamKey key) {
    RandomStream stream = key.open();
    byte[] values = new byte[length];
    for (int i = 0; i < length; i++) {
      boolean same = i > 0 && stream.nextDouble() < repeat;
      values[i] = same ? values[i - 1] : (byte) stream.nextInt(1 << bits);
    }
    return ExaminedSample.of(new Symbols(values, bits));
  }

  private static List<RankedStatistic> rank(
      ExaminedSample sample, Schedule schedule, StreamKey key) {
    return new PermutationTests(sample, schedule, key, WORKERS, Progress.NONE).rank();
  }

  @Test
  void theRanksAreTheSameForAnyNumberOfThreads() {
    ExaminedSample sample = sticky(1_001, 2, 0.05, StreamKey.root(1));
    Schedule schedule = new Schedule(400, 100, 30);
    StreamKey key = StreamKey.root(2);
    List<RankedStatistic> expected = rank(sample, schedule, key);
    for (int threads : new int[] {1, 3, 8}) {
      try (Workers workers = new Workers(threads)) {
        assertThat(new PermutationTests(sample, schedule, key, workers, Progress.NONE).rank())
            .isEqualTo(expected);
      }
    }
    assertThat(rank(sample, schedule, StreamKey.root(3))).isNotEqualTo(expected);
  }

  /**
   * Every statistic over all 500 shuffles, without stopping: a statistic that passed early has
   * passed, one that failed has failed, and the counters of a failed one are the full counters.
   */
  @ParameterizedTest
  @CsvSource({"1,0", "1,0.1", "4,0", "4,0.02", "4,0.2", "8,0", "8,0.03"})
  void stoppingEarlyNeverContradictsAllShuffles(int bits, double repeat) {
    int shuffles = 500;
    ExaminedSample sample = sticky(1_000, bits, repeat, StreamKey.root(bits).purpose("sticky"));
    StreamKey key = StreamKey.root(7);
    List<RankedStatistic> early = rank(sample, new Schedule(shuffles, shuffles, shuffles), key);
    int[][] counts = new int[PermutationStatistics.COUNT][3];
    Arrangement arrangement = new Arrangement(sample);
    List<StatisticFamily> families = PermutationStatistics.families(sample.length());
    double[] values = new double[3];
    for (int i = 0; i < shuffles; i++) {
      arrangement.shuffle(key.purpose("permutation").at(i));
      int at = 0;
      for (StatisticFamily family : families) {
        family.evaluate(arrangement, values, 0);
        for (int k = 0; k < family.names().size(); k++, at++) {
          counts[at][1 - (int) Math.signum(values[k] - early.get(at).unpermuted())]++;
        }
      }
    }
    for (int i = 0; i < counts.length; i++) {
      RankedStatistic statistic = early.get(i);
      boolean fails = Math.min(counts[i][0], counts[i][2]) + counts[i][1] <= 5;
      if (statistic.standing() == Standing.FAILED) {
        assertThat(new int[] {statistic.above(), statistic.equal(), statistic.below()})
            .isEqualTo(counts[i]);
      }
      assertThat(statistic.standing())
          .as(statistic.name())
          .isIn(fails ? Standing.FAILED : Standing.PASSED, Standing.UNDECIDED);
      assertThat(statistic.standing() == Standing.UNDECIDED)
          .isEqualTo(statistic.shuffles() == 0 && statistic.name().equals("compression"));
    }
  }

  @Test
  void theCompressionIsLeftOpenOnceAnotherStatisticFails() {
    List<RankedStatistic> ranked =
        rank(
            sticky(2_000, 4, 0.3, StreamKey.root(8)),
            new Schedule(1_000, 179, 20),
            StreamKey.root(9));
    assertThat(ranked.getLast().standing()).isEqualTo(Standing.UNDECIDED);
    assertThat(ranked.getLast().shuffles()).isZero();
    assertThat(ranked)
        .filteredOn(statistic -> statistic.name().startsWith("covariance(1)"))
        .allMatch(statistic -> statistic.standing() == Standing.PROVISIONALLY_FAILED)
        .allMatch(statistic -> statistic.shuffles() == 179);
  }

  /**
   * 1,000 IID sequences of 520 symbols, 239 shuffles. A rejected statistic lies among the six least
   * or the six greatest of 240 equally likely ranks: 12 / 240 for a statistic without ties, less
   * with ties. Each count of 50 lies within 4 standard deviations of 6.9 with probability 0.99994.
   */
  @Test
  void anIidSourceFailsAsOftenAsItsRankSays() {
    int sources = 1_000;
    int excursions = 0;
    int covariances = 0;
    int[] failures = new int[PermutationStatistics.COUNT];
    for (int source = 0; source < sources; source++) {
      StreamKey key = StreamKey.root(11).at(source);
      List<RankedStatistic> ranked =
          rank(sticky(520, 8, 0, key), new Schedule(239, 239, 239), key.purpose("shuffles"));
      for (int i = 0; i < failures.length; i++) {
        failures[i] += ranked.get(i).standing() == Standing.FAILED ? 1 : 0;
      }
      excursions += ranked.getFirst().standing() == Standing.FAILED ? 1 : 0;
      covariances += ranked.get(13).standing() == Standing.FAILED ? 1 : 0;
    }
    assertThat(excursions).isBetween(22, 78);
    assertThat(covariances).isBetween(22, 78);
    assertThat(Arrays.stream(failures).max().orElseThrow()).isLessThan(79);
  }

  /**
   * 500 IID sequences of 520 symbols, provisional after 71 shuffles: bound 36 / 72 = 0.5 for one
   * statistic. The bound must hold to 4 standard deviations (0.09), and not be idle: the statistics
   * depend on each other and tie, but not so much that less than a tenth would fail.
   */
  @Test
  void anIidSourceFailsProvisionallyNoMoreOftenThanStated() {
    int sources = 500;
    int failed = 0;
    for (int source = 0; source < sources; source++) {
      StreamKey key = StreamKey.root(12).at(source);
      Schedule schedule = new Schedule(400, 71, 400);
      List<RankedStatistic> ranked =
          rank(sticky(520, 8, 0, key), schedule, key.purpose("shuffles"));
      boolean provisional =
          ranked.stream()
              .limit(18)
              .anyMatch(statistic -> statistic.standing() == Standing.PROVISIONALLY_FAILED);
      failed += provisional ? 1 : 0;
    }
    assertThat(failed).isBetween(50, 295);
  }
}
