package io.spindrift.entropy.sp80022;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.KeyedBits;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import io.spindrift.entropy.sp80022.CheckOutcome.NotApplicable;
import io.spindrift.numerics.bench.BenchLine;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicabilityTest {
  private static final StatisticalTestSuite SUITE =
      new StatisticalTestSuite(ReferenceConstants.EXACT);

  private static BitSequence good(int length) {
    return BitSequence.draw(new KeyedBits(), StreamKey.root(3), length);
  }

  private static BitSequence repeated(long pattern, int length) {
    long[] words = new long[(length + 63) / 64];
    Arrays.fill(words, pattern);
    return BitSequence.of(words, length);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 64, 99, 1000, 131_072, 1_000_000})
  void everyLengthGives188ResultsInTheSameOrder(int length) {
    List<TestResult> results = SUITE.judge(good(length));
    assertThat(results).hasSize(188);
    assertThat(results.stream().map(TestResult::test).distinct())
        .containsExactly(
            "Frequency",
            "BlockFrequency",
            "Runs",
            "LongestRun",
            "Rank",
            "FFT",
            "NonOverlappingTemplate",
            "OverlappingTemplate",
            "Universal",
            "LinearComplexity",
            "Serial",
            "ApproximateEntropy",
            "CumulativeSums",
            "RandomExcursions",
            "RandomExcursionsVariant");
  }

  @Test
  void aSequenceTooShortForATestIsToldTheBitsNeeded() {
    assertThat(SUITE.judge(good(64)))
        .allSatisfy(result ->
            assertThat(((NotApplicable) result.outcome()).reason())
                .matches("needs \\d+ bits, has 64"));
    assertThat(new UniversalTest().judge(good(100_000)).getFirst().outcome())
        .isEqualTo(new NotApplicable("needs 387840 bits, has 100000"));
    assertThat(new BlockFrequencyTest(10).judge(good(1000)).getFirst().outcome())
        .isEqualTo(new NotApplicable("needs blocks of 20 bits, has 10"));
  }

  @Test
  void theExcursionsNeedFiveHundredCycles() {
    // Ones alone never return: a single unfinished cycle.
    List<TestResult> results =
        new RandomExcursionsVariantTest().judge(repeated(-1L, Excursions.SHORTEST));
    assertThat(results).hasSize(18);
    assertThat(results.getFirst().outcome())
        .isEqualTo(new NotApplicable("needs 500 cycles, has 1"));
  }

  @Test
  void theRunsNeedAShareOfOnesNearOneHalf() {
    CheckOutcome outcome = new RunsTest().judge(repeated(-1L, 10_000)).getFirst().outcome();
    assertThat(((NotApplicable) outcome).reason())
        .isEqualTo("needs a share of ones within 2/sqrt(n) = 0.02 of one half, has 1.0");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 0x5555555555555555L, 0xFFFFFFFFL, 0x123456789ABCDEFL})
  void thePlainlyBadIsRejectedWithoutNotANumber(long pattern) {
    for (HotLoops loops : HotLoops.values()) {
      List<TestResult> results =
          new StatisticalTestSuite(ReferenceConstants.EXACT, loops)
              .judge(repeated(pattern, 1_000_000));
      double least = 1;
      for (TestResult result : results) {
        if (result.outcome() instanceof Judged judged) {
          assertThat(judged.pValue()).as(result.toString()).isBetween(0.0, 1.0);
          assertThat(judged.statistic()).as(result.toString()).isFinite();
          least = Math.min(least, judged.pValue());
        }
      }
      assertThat(least).isLessThan(1e-100);
    }
  }

  @Test
  void theSharedCountsChangeNothing() {
    BitSequence bits = good(1_000_000);
    assertThat(SUITE.judge(bits))
        .isEqualTo(SUITE.tests().stream().flatMap(t -> t.judge(bits).stream()).toList());
  }

  @Test
  void theBenchmarkNamesEveryTestAndTheWholeSuite() {
    List<BenchLine> lines =
        new SuiteBenchmark(20_000).run(1e-3, StreamKey.root(1).purpose("bench"), Progress.NONE);
    assertThat(lines).hasSize(16).allMatch(line -> line.value() > 0);
    assertThat(lines.stream().skip(1).map(BenchLine::name))
        .isEqualTo(SUITE.tests().stream().map(SequenceTest::name).toList());
  }

  /** Section 2.3.4: the test is not run when the share is off by 2/sqrt(n) or more. */
  @Test
  void aShareJustAtTheBoundIsTooFarForTheRuns() {
    BitSequence at = BitSequence.parse("1".repeat(160) + "0".repeat(96));
    BitSequence within = BitSequence.parse("1".repeat(159) + "0".repeat(97));
    assertThat(new RunsTest().judge(at).getFirst().outcome()).isInstanceOf(NotApplicable.class);
    assertThat(new RunsTest().judge(within).getFirst().outcome()).isInstanceOf(Judged.class);
  }

  /** Table of section 2.4.2: blocks of 8, 128 and 10,000 bits from 128, 6,272 and 750,000 bits. */
  @Test
  void theBlocksOfTheLongestRunGrowWithTheSequence() {
    int[] lengths = {128, 6271, 6272, 749_999, 750_000};
    String[] blocks = {"M=8 K=3", "M=8 K=3", "M=128 K=5", "M=128 K=5", "M=10000 K=6"};
    LongestRunTest test = new LongestRunTest(ReferenceConstants.EXACT);
    for (int i = 0; i < lengths.length; i++) {
      assertThat(test.judge(repeated(0x5A5A, lengths[i])).getFirst().parameter())
          .isEqualTo(blocks[i]);
    }
  }
}
