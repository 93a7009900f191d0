package io.spindrift.entropy.sp80090b.iid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.entropy.sp80090b.Finding;
import io.spindrift.entropy.sp80090b.Symbols;
import io.spindrift.entropy.sp80090b.iid.RankedStatistic.Standing;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class IidAssessmentTest {
  private static final Workers WORKERS = new Workers(2);

  @AfterAll
  static void stopWorkers() {
    WORKERS.close();
  }

  private static IidAssessment assess(byte[] values, int bits, IidSettings settings) {
    return IidAssessment.of(
        new Symbols(values, bits), settings, StreamKey.root(4), WORKERS, Progress.NONE);
  }

  /** Fair bits, each of which repeats the one before with an added probability. */
  private static byte[] coin(int length, double repeat) {
    RandomStream stream = StreamKey.root(5).purpose("coin").open();
    byte[] values = new byte[length];
    for (int i = 0; i < length; i++) {
      boolean same = i > 0 && stream.nextDouble() < repeat;
      values[i] = same ? values[i - 1] : (byte) stream.nextInt(2);
    }
    return values;
  }

  /** Seed 5. An IID source fails one of 21 tests with probability of at most 0.026. */
  @Test
  void independentBitsPass() {
    IidAssessment assessment = assess(coin(20_000, 0), 1, IidSettings.PROVISIONAL);
    assertThat(assessment.verdict()).isEqualTo(new IidVerdict.Passed());
    assertThat(assessment.statistics())
        .hasSize(19)
        .allMatch(statistic -> statistic.standing() == Standing.PASSED);
    assertThat(assessment.assessedBitsPerSymbol()).isBetween(0.95, 1.0);
  }

  /**
   * A lag-1 correlation of 0.02 over 400,000 bits moves the number of runs by 0.02 sqrt(400,000) =
   * 12.6 standard deviations: no shuffle reaches it.
   */
  @Test
  void correlatedBitsFailProvisionallyWithTheirErrorProbability() {
    byte[] values = coin(400_000, 0.02);
    ExaminedSample sample = ExaminedSample.of(new Symbols(values, 1));
    var ranked =
        new PermutationTests(
                sample, new Schedule(10_000, 179, 59), StreamKey.root(6), WORKERS, Progress.NONE)
            .rank();
    long failed =
        ranked.stream()
            .filter(statistic -> statistic.standing() == Standing.PROVISIONALLY_FAILED)
            .count();
    assertThat(ranked.get(4).standing()).isEqualTo(Standing.PROVISIONALLY_FAILED);
    assertThat(PermutationJudgement.of(ranked, new Schedule(10_000, 179, 59)))
        .isEqualTo(new IidVerdict.ProvisionallyFailed(36.0 / 180 / failed));
  }

  @Test
  void correlatedBitsFailStrictlyWhenFewEnoughToShuffleThemAll() {
    IidAssessment assessment = assess(coin(5_000, 0.2), 1, new IidSettings(500, false));
    assertThat(assessment.verdict()).isEqualTo(new IidVerdict.Failed());
    assertThat(assessment.permutationsDone()).isEqualTo(500);
    Finding compression =
        assessment.findings().stream()
            .filter(f -> f.quantities().containsKey("Unpermuted result compression"))
            .findFirst()
            .orElseThrow();
    assertThat(compression.result())
        .isEqualTo(
            new Finding.Result.NotApplicable(
                "left undecided after 0 shuffles, because another statistic settled the verdict"));
  }

  @Test
  void equalSymbolsAreLeftUndecidedWithoutEntropy() {
    IidAssessment assessment = assess(new byte[1_000_000], 8, IidSettings.STRICT);
    assertThat(assessment.verdict())
        .isEqualTo(
            new IidVerdict.Undecided("all symbols are equal, so that no shuffle changes them"));
    assertThat(assessment.assessedBitsPerSymbol()).isZero();
    assertThat(assessment.permutationsDone()).isZero();
  }

  @Test
  void twoSymbolsOfAnyValueAreReadAsBits() {
    byte[] bits = coin(4_000, 0.1);
    byte[] spread = bits.clone();
    for (int i = 0; i < spread.length; i++) {
      spread[i] = (byte) (bits[i] == 0 ? 7 : 9);
    }
    IidSettings settings = new IidSettings(100, true);
    IidAssessment narrow = assess(bits, 1, settings);
    IidAssessment wide = assess(spread, 4, settings);
    assertThat(wide.statistics().subList(1, 18)).isEqualTo(narrow.statistics().subList(1, 18));
    assertThat(wide.statistics().getFirst().unpermuted())
        .isCloseTo(2 * narrow.statistics().getFirst().unpermuted(), within(1e-9));
    assertThat(wide.rawMean()).isCloseTo(7 + 2 * narrow.rawMean(), within(1e-12));
  }

  @Test
  void theMostCommonValueBoundsTheEntropy() {
    byte[] values = new byte[1_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) (i % 4);
    }
    double upper = 0.25 + 2.5758293035489008 * Math.sqrt(0.25 * 0.75 / 999);
    assertThat(assess(values, 2, new IidSettings(12, false)).assessedBitsPerSymbol())
        .isCloseTo(-Math.log(upper) / Math.log(2), within(1e-12));
  }

  @Test
  void tooFewSymbolsAreRefused() {
    assertThatThrownBy(() -> assess(new byte[100], 1, IidSettings.STRICT))
        .isInstanceOf(UnusableInput.class)
        .hasMessage("the IID track takes 512 to 134217728 symbols, but there are 100");
  }

  @Test
  void aProvisionalVerdictWaitsForMoreShufflesWhenTheyAreShorter() {
    assertThat(IidSettings.PROVISIONAL.provisionalAfter(1_000_000)).isEqualTo(719);
    assertThat(IidSettings.PROVISIONAL.provisionalAfter(5_000_000)).isEqualTo(719);
    assertThat(IidSettings.PROVISIONAL.provisionalAfter(100_000)).isEqualTo(7_190);
    assertThat(IidSettings.PROVISIONAL.provisionalAfter(10_000)).isEqualTo(10_000);
    assertThat(IidSettings.STRICT.provisionalAfter(1_000_000)).isEqualTo(10_000);
    assertThat(IidSettings.PROVISIONAL.compressionProvisionalAfter(1_000_000)).isEqualTo(59);
  }
}
