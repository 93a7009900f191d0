package io.spindrift.entropy.sp80090b.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.entropy.sp80090b.Finding;
import io.spindrift.entropy.sp80090b.Symbols;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast predictors score exactly as the plain ones do, on anything. */
class PredictorsTest {
  private static void agree(
      String name, MinEntropyEstimator fast, Sample sample, PredictionEstimate.Score plain) {
    Finding finding = fast.estimate(sample, Finding.Scope.LITERAL);
    assertThat(finding.quantities())
        .as("%s on %s", fast.name(), name)
        .containsEntry("C", (double) plain.right())
        .containsEntry("r", plain.longestRun() + 1.0);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 8})
  void theLagPredictorAgrees(int bits) {
    TestSequences.all(3001, bits)
        .forEach((name, symbols) -> {
          Sample sample = Sample.literal(symbols);
          int[] plain = TestSequences.numbered(sample);
          agree(name, new LagEstimator(), sample, PlainPredictors.lag(plain, 128));
          agree(name, new LagEstimator(70), sample, PlainPredictors.lag(plain, 70));
          agree(name, new LagEstimator(3), sample, PlainPredictors.lag(plain, 3));
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 8})
  void theWindowPredictorAgrees(int bits) {
    TestSequences.all(5000, bits)
        .forEach((name, symbols) -> {
          Sample sample = Sample.literal(symbols);
          int[] plain = TestSequences.numbered(sample);
          agree(
              name,
              new MultiMostCommonInWindowEstimator(),
              sample,
              PlainPredictors.window(plain, 63, 255, 1023, 4095));
          agree(
              name,
              new MultiMostCommonInWindowEstimator(5, 17, 65),
              sample,
              PlainPredictors.window(plain, 5, 17, 65));
        });
  }

  @ParameterizedTest
  @CsvSource({"1, 100000", "1, 300", "2, 100000", "2, 400", "5, 900", "8, 1500", "8, 100000"})
  void theMarkovPredictorAgrees(int bits, int entries) {
    TestSequences.all(3001, bits)
        .forEach((name, symbols) -> {
          Sample sample = Sample.literal(symbols);
          int[] plain = TestSequences.numbered(sample);
          agree(
              name,
              new MultiMarkovModelEstimator(16, entries),
              sample,
              PlainPredictors.markov(plain, 16, entries));
        });
  }

  @ParameterizedTest
  @CsvSource({"1, 65536", "1, 700", "2, 65536", "2, 600", "5, 3000", "8, 5000", "8, 65536"})
  void theDictionaryPredictorAgrees(int bits, int entries) {
    TestSequences.all(3001, bits)
        .forEach((name, symbols) -> {
          Sample sample = Sample.literal(symbols);
          int[] plain = TestSequences.numbered(sample);
          agree(
              name,
              new Lz78yEstimator(16, entries),
              sample,
              PlainPredictors.lz78y(plain, 16, entries));
        });
  }

  @Test
  void longBitSequencesNeedOnlyTheContextsOfOneAndTwoBits() {
    TestSequences.all(40_000, 1)
        .forEach((name, symbols) -> {
          Sample sample = Sample.literal(symbols);
          int[] plain = TestSequences.numbered(sample);
          agree(name, new Lz78yEstimator(), sample, PlainPredictors.lz78y(plain, 16, 65_536));
        });
    assertThat(new Lz78yOfBits(16, 65_536).score(Sample.literal(fairBits()))).isPresent();
  }

  @Test
  void longBitSequencesFillTheMarkovTables() {
    Sample sample = Sample.literal(TestSequences.named("fair", 60_000, 1));
    int[] plain = TestSequences.numbered(sample);
    agree(
        "fair",
        new MultiMarkovModelEstimator(10, 1500),
        sample,
        PlainPredictors.markov(plain, 10, 1500));
  }

  private static Symbols fairBits() {
    return TestSequences.named("fair", 40_000, 1);
  }
}
