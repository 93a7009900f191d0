package io.spindrift.entropy.sp80022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.KeyedBits;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import io.spindrift.entropy.sp80022.CheckOutcome.NotApplicable;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SuiteRunTest {
  private static final int LENGTH = 1_000_000;
  private static final int ROWS = 20;

  /** Each sequence is its own number; the judge draws p-values from it. */
  private static SequenceSupply numbered(long count) {
    AtomicLong next = new AtomicLong();
    return () -> {
      long number = next.getAndIncrement();
      return number < count
          ? Optional.of(BitSequence.of(withNumber(number), LENGTH))
          : Optional.empty();
    };
  }

  private static long[] withNumber(long number) {
    long[] words = new long[(LENGTH + 63) / 64];
    words[0] = number;
    return words;
  }

  private static long number(BitSequence bits) {
    long number = 0;
    for (int i = 0; i < 32; i++) {
      number |= (long) bits.bit(i) << i;
    }
    return number;
  }

  /** Uniform p-values of twenty tests. */
  private static List<TestResult> uniform(long seed, BitSequence bits) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number(bits));
    List<TestResult> results = new ArrayList<>();
    for (int r = 0; r < ROWS; r++) {
      results.add(new TestResult("Test", "r=" + r, new Judged(random.nextDouble(), 0)));
    }
    return results;
  }

  private static List<TestResult> with(List<TestResult> results, int row, CheckOutcome outcome) {
    results.set(row, new TestResult("Test", "r=" + row, outcome));
    return results;
  }

  private static SuiteReport run(
      Function<BitSequence, List<TestResult>> judge, long sequences, boolean exhaustive) {
    return run(judge, sequences, exhaustive, 2);
  }

  private static SuiteReport run(
      Function<BitSequence, List<TestResult>> judge,
      long sequences,
      boolean exhaustive,
      int threads) {
    SuiteSettings settings =
        new SuiteSettings(ReferenceConstants.EXACT, 0.01, sequences, true, exhaustive);
    try (Workers workers = new Workers(threads)) {
      return SuiteRun.of(judge, settings, numbered(sequences), workers, Progress.NONE);
    }
  }

  @Test
  void oneSequenceIsJudgedByItsPValues() {
    SuiteReport good = run(bits -> uniform(1, bits), 1, true);
    assertThat(good.verdict()).isEqualTo(SuiteVerdict.PASSED);
    assertThat(good.checks()).isEqualTo(ROWS);
    SuiteReport bad = run(bits -> with(uniform(1, bits), 7, new Judged(4.9e-4, 0)), 1, true);
    assertThat(bad.verdict()).isEqualTo(SuiteVerdict.FAILED);
    assertThat(bad.rejectedBy())
        .containsExactly(new SuiteReport.Rejection("Test", "r=7", "pValue", 4.9e-4));
  }

  @Test
  void aTestThatFailsTooOftenRejectsByItsProportion() {
    SuiteReport report =
        run(
            bits ->
                number(bits) % 10 == 3
                    ? with(uniform(2, bits), 4, new Judged(0.005, 0))
                    : uniform(2, bits),
            200,
            true);
    assertThat(report.rejectedBy())
        .extracting(SuiteReport.Rejection::parameter, SuiteReport.Rejection::check)
        .containsExactly(tuple("r=4", "proportion"));
  }

  @Test
  void pValuesThatAvoidOneHalfRejectByTheirUniformity() {
    SuiteReport report =
        run(
            bits -> {
              List<TestResult> results = uniform(3, bits);
              double p = ((Judged) results.get(2).outcome()).pValue();
              return with(results, 2, new Judged(0.5 + p / 2, 0));
            },
            300,
            true);
    assertThat(report.rejectedBy())
        .extracting(SuiteReport.Rejection::parameter, SuiteReport.Rejection::check)
        .containsExactly(tuple("r=2", "uniformity"));
  }

  @Test
  void oneBadSequenceAmongAThousandRejectsByItsSmallestPValue() {
    SuiteReport report =
        run(
            bits ->
                number(bits) == 700
                    ? with(uniform(4, bits), 11, new Judged(1e-9, 0))
                    : uniform(4, bits),
            1000,
            true);
    assertThat(report.rejectedBy())
        .extracting(SuiteReport.Rejection::parameter, SuiteReport.Rejection::check)
        .containsExactly(tuple("r=11", "extreme"));
  }

  @Test
  void whatDoesNotApplyTakesNoPart() {
    SuiteReport report =
        run(
            bits ->
                number(bits) % 2 == 0
                    ? with(uniform(5, bits), 0, new NotApplicable("needs 500 cycles"))
                    : uniform(5, bits),
            100,
            true);
    TestSummary summary = report.summaries().getFirst();
    assertThat(summary.applicable()).isEqualTo(50);
    assertThat(summary.sequences()).isEqualTo(100);
    assertThat(summary.reason()).isEqualTo("needs 500 cycles");
    assertThat(summary.uniformityPValue()).isEmpty();
    assertThat(report.verdict()).isEqualTo(SuiteVerdict.PASSED);
    SuiteReport none =
        run(bits -> List.of(new TestResult("Test", "", new NotApplicable("too short"))), 3, true);
    assertThat(none.verdict()).isEqualTo(SuiteVerdict.UNDECIDED);
  }

  @Test
  void theSmallestPValueOfTheExcursionsIsNoEvidenceAmongManySequences() {
    Function<BitSequence, List<TestResult>> judge =
        bits ->
            List.of(
                new TestResult(
                    "RandomExcursionsVariant",
                    "x=9",
                    new Judged(number(bits) == 0 ? 1e-8 : (number(bits) + 0.5) / 100, 0)));
    assertThat(run(judge, 100, true).verdict()).isEqualTo(SuiteVerdict.PASSED);
    assertThat(run(judge, 1, true).verdict()).isEqualTo(SuiteVerdict.FAILED);
  }

  @Test
  void aCertainVerdictEndsALongRunAndIsTheOneOfTheWholeRun() {
    Function<BitSequence, List<TestResult>> judge =
        bits -> with(uniform(6, bits), 0, new Judged(0, 40));
    SuiteReport early = run(judge, 500, false);
    assertThat(early.stoppedEarly()).isTrue();
    assertThat(early.sequences()).isOne();
    assertThat(early.verdict()).isEqualTo(SuiteVerdict.FAILED);
    SuiteReport whole = run(judge, 500, true);
    assertThat(whole.stoppedEarly()).isFalse();
    assertThat(whole.sequences()).isEqualTo(500);
    assertThat(whole.verdict()).isEqualTo(SuiteVerdict.FAILED);
    assertThat(run(judge, 15, false).sequences()).isEqualTo(15);
  }

  @Test
  void theReportIsTheSameForAnyNumberOfThreads() {
    Function<BitSequence, List<TestResult>> judge =
        bits -> {
          List<TestResult> results = new ArrayList<>();
          results.add(new TestResult("Ones", "", FrequencyTest.apply(bits)));
          results.addAll(uniform(7, bits));
          return results;
        };
    SuiteReport one = run(judge, 150, true, 1);
    for (int threads : new int[] {3, 8}) {
      SuiteReport more = run(judge, 150, true, threads);
      assertThat(more.results()).isEqualTo(one.results());
      assertThat(more.rejectedBy()).isEqualTo(one.rejectedBy());
      assertThat(more.summaries())
          .usingRecursiveFieldByFieldElementComparator()
          .isEqualTo(one.summaries());
    }
  }

  /**
   * 2000 runs of 60 sequences each; random data may be rejected in at most 1 % of them. The
   * binomial probability of more than 37 rejections at 1 % is 2e-4.
   */
  @Test
  void randomDataAreRejectedNoMoreOftenThanTheLevelSays() {
    int runs = 2000;
    int rejected = 0;
    for (int seed = 0; seed < runs; seed++) {
      List<TestSummary> summaries = new ArrayList<>();
      for (int row = 0; row < ROWS; row++) {
        PooledTally tally =
            new PooledTally(
                new TestResult("Test", "r=" + row, new Judged(1, 0)),
                LENGTH,
                ReferenceConstants.EXACT);
        SplittableRandom random = new SplittableRandom(1000L * seed + row);
        for (int s = 0; s < 60; s++) {
          tally.add(new TestResult("Test", "r=" + row, new Judged(random.nextDouble(), 0)));
        }
        summaries.add(tally.summary());
      }
      SuiteReport report = SuiteReport.of(LENGTH, 60, false, 0.01, summaries, List.of());
      rejected += report.verdict() == SuiteVerdict.FAILED ? 1 : 0;
    }
    assertThat(rejected).isLessThanOrEqualTo(37);
  }

  @Test
  void poolsBeyondTheLimitAreJudgedApart() {
    PooledTally tally =
        new PooledTally(
            new TestResult("FFT", "", new Judged(1, 0)), 1_000_000, ReferenceConstants.STS);
    int limit = PoolingLimit.of("FFT", 1_000_000, ReferenceConstants.STS);
    for (int s = 0; s < 3 * limit; s++) {
      double p = s / limit == 1 && s % 4 == 0 ? 0.001 : (s % 100 + 0.5) / 100;
      tally.add(new TestResult("FFT", "", new Judged(p, 0)));
    }
    TestSummary summary = tally.summary();
    assertThat(summary.applicable()).isEqualTo(3L * limit);
    assertThat(summary.proportionPValue().orElseThrow()).isLessThan(1e-20);
    assertThat(summary.poolingLimit()).isEqualTo(limit);
  }

  @Test
  void anEmptySupplyIsRefused() {
    SuiteSettings settings = SuiteSettings.of(ReferenceConstants.EXACT, 1);
    try (Workers workers = new Workers(1)) {
      assertThatThrownBy(() ->
              SuiteRun.of(bits -> List.of(), settings, Optional::empty, workers, Progress.NONE))
          .hasMessageContaining("sequences must be at least 1");
    }
  }

  @Test
  void sequencesOfASourceAreJudgedInTheirOrder() {
    StreamKey key = StreamKey.root(9);
    AtomicLong next = new AtomicLong();
    SequenceSupply supply =
        () -> {
          long i = next.getAndIncrement();
          return i < 70
              ? Optional.of(BitSequence.draw(new KeyedBits(), key.at(i), 4096))
              : Optional.empty();
        };
    try (Workers workers = new Workers(2)) {
      SuiteReport report =
          SuiteRun.of(
              bits -> List.of(new TestResult("Ones", "", FrequencyTest.apply(bits))),
              SuiteSettings.of(ReferenceConstants.EXACT, 70),
              supply,
              workers,
              Progress.NONE);
      for (int i = 0; i < 70; i++) {
        assertThat(report.results().get(i).getFirst().outcome())
            .isEqualTo(FrequencyTest.apply(BitSequence.draw(new KeyedBits(), key.at(i), 4096)));
      }
    }
  }

  @Test
  void theWorstPoolCountsOnceForEveryPool() {
    // Two pools of the spectral test, three p-values of 0.001 in the first, none in the second.
    int limit = PoolingLimit.of("FFT", 10_000, ReferenceConstants.EXACT);
    TestResult good = new TestResult("FFT", "", new Judged(0.5, 0));
    TestResult bad = new TestResult("FFT", "", new Judged(0.001, 0));
    PooledTally tally = new PooledTally(good, 10_000, ReferenceConstants.EXACT);
    for (int s = 0; s < 2 * limit; s++) {
      tally.add(s < 3 ? bad : good);
    }
    assertThat(tally.summary().proportionPValue().orElseThrow())
        .isEqualTo(2 * ProportionCheck.pValue(limit - 3, limit));
  }
}
