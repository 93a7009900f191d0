package io.spindrift.entropy.sp80090b.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.entropy.sp80090b.Finding;
import io.spindrift.entropy.sp80090b.Symbols;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class RestartAssessmentTest {
  private static Symbols matrix(int bits, int size, IntUnaryOperator symbol) {
    byte[] values = new byte[size];
    for (int i = 0; i < size; i++) {
      values[i] = (byte) symbol.applyAsInt(i);
    }
    return new Symbols(values, bits);
  }

  private static RandomStream stream(String purpose) {
    return StreamKey.root(20261125).purpose("restart/" + purpose).open();
  }

  private static RestartAssessment assess(Symbols symbols, int side, double initialEntropyBits) {
    try (Workers workers = new Workers(1)) {
      return RestartAssessment.of(symbols, side, side, initialEntropyBits, workers, Progress.NONE);
    }
  }

  @Test
  void theMostCommonOfTwoSymbolsFollowsTheBinomialLaw() {
    // Neither side above six of ten tosses: (C(10,4) + C(10,5) + C(10,6)) / 2^10.
    assertThat(new MostCommonCount(10, 0.5).atMost(6)).isCloseTo(672.0 / 1024, within(1e-12));
    // Two symbols of 0.4 and one of 0.2 differ in two draws: 1 - 0.16 - 0.16 - 0.04.
    assertThat(new MostCommonCount(2, 0.4).atMost(1)).isCloseTo(0.64, within(1e-12));
    // Three of three with one third each: 3! / 27.
    assertThat(new MostCommonCount(3, 1.0 / 3).atMost(1)).isCloseTo(6.0 / 27, within(1e-12));
    assertThat(new MostCommonCount(7, 1).atMost(6)).isZero();
    assertThat(new MostCommonCount(7, 1).atMost(7)).isCloseTo(1, within(1e-12));
  }

  @Test
  void theCutoffOfAFairCoinIsThatOfTwoBinomialTails() {
    double alpha = -Math.expm1(Math.log(0.99) / 2000);
    MostCommonCount law = new MostCommonCount(1000, 0.5);
    int cutoff = law.cutoff(alpha);
    assertThat(2 * law.binomialTail(cutoff + 1)).isLessThanOrEqualTo(alpha);
    assertThat(2 * law.binomialTail(cutoff)).isGreaterThan(alpha);
  }

  @Test
  void manySymbolsNeedAHigherCutoffThanOne() {
    // Of 256 even symbols the most common exceeds what one exceeds with the same probability.
    double alpha = -Math.expm1(Math.log(0.99) / 2000);
    MostCommonCount law = new MostCommonCount(1000, 1.0 / 256);
    int cutoff = law.cutoff(alpha);
    assertThat(law.binomialTail(cutoff)).isLessThan(alpha);
    assertThat(256 * law.binomialTail(cutoff)).isGreaterThan(alpha);
    assertThat(256 * law.binomialTail(cutoff + 1)).isLessThan(1.1 * alpha);
  }

  @Test
  void aFairSourcePasses() {
    // The sanity check rejects one fair matrix in a hundred; seed fixed, one matrix.
    RandomStream bits = stream("fair");
    RestartAssessment fair = assess(matrix(1, 1_000_000, i -> bits.nextInt(2)), 1000, 0.9);
    assertThat(fair.passed()).isTrue();
    assertThat(fair.validatedBitsPerSymbol()).isBetween(0.45, 0.9);
    assertThat(fair.rows()).hasSize(10);
    assertThat(fair.columns()).hasSize(10);
  }

  @Test
  void aSourceThatAlwaysStartsAlikeFails() {
    RandomStream bits = stream("alike");
    RestartAssessment alike =
        assess(matrix(1, 40_000, i -> i % 200 < 3 ? 1 : bits.nextInt(2)), 200, 0.9);
    assertThat(alike.sanity().result()).isEqualTo(new Finding.Result.Decision(false));
    assertThat(alike.sanity().quantities()).containsEntry("X_c", 200.0);
    assertThat(alike.validatedBitsPerSymbol()).isZero();
  }

  @Test
  void aSourceThatRepeatsItselfAfterEveryStartFailsValidation() {
    RandomStream bits = stream("repeats");
    int[] row = bits.ints(200, 0, 2).toArray();
    RestartAssessment repeats = assess(matrix(1, 40_000, i -> row[i % 200]), 200, 0.9);
    assertThat(repeats.validation().result()).isEqualTo(new Finding.Result.Decision(false));
  }

  @Test
  void aMatrixOfTheWrongSizeIsRefused() {
    assertThatThrownBy(() -> assess(matrix(1, 399, i -> i % 2), 20, 0.5))
        .hasMessage("symbols must be 400 for 20 restarts of 20 symbols, but was 399");
    assertThatThrownBy(() -> assess(matrix(1, 400, i -> i % 2), 20, 1.5))
        .hasMessage("initial entropy must be between 0 and 1, but was 1.50000 bits per symbol");
  }

  @Test
  void theCountAtTheCutoffStillPasses() {
    int side = 20;
    double alpha = -Math.expm1(Math.log(0.99) / (2 * side));
    int cutoff = new MostCommonCount(side, Math.pow(2, -0.9)).cutoff(alpha);
    for (int ones = cutoff; ones <= cutoff + 1; ones++) {
      int most = ones;
      // The first restart holds so many ones; all others, and every column, are even.
      RestartAssessment found =
          assess(
              matrix(1, side * side, i -> i < side ? i < most ? 1 : 0 : (i + i / side) % 2),
              side,
              0.9);
      assertThat(found.sanity().quantities()).containsEntry("X_r", (double) ones);
      assertThat(found.sanity().quantities().get("alpha")).isCloseTo(alpha, within(1e-15));
      assertThat(found.sanity().result()).isEqualTo(new Finding.Result.Decision(ones == cutoff));
    }
  }

  @Test
  void restartsThatFollowOneAnotherFailByTheirColumns() {
    // Each symbol repeats that of the restart before with probability 0.9: 0.15 bits down a
    // column. Along a row it is fair, and the row before lies out of the reach of the predictors.
    RandomStream bits = stream("columns");
    byte[] values = new byte[40_000];
    for (int i = 0; i < values.length; i++) {
      boolean repeats = i >= 200 && bits.nextInt(10) > 0;
      values[i] =
          repeats ? values[i - 200] : (byte) (i < 200 ? bits.nextInt(2) : 1 - values[i - 200]);
    }
    RestartAssessment follows = assess(new Symbols(values, 1), 200, 0.3);
    assertThat(follows.validation().quantities().get("H_r")).isGreaterThan(0.15);
    assertThat(follows.validation().quantities().get("H_c")).isLessThan(0.15);
    assertThat(follows.validation().result()).isEqualTo(new Finding.Result.Decision(false));
  }

  @Test
  void noMoreIsValidatedThanWasClaimed() {
    // Half of the symbols at most is far below the cutoff of 0.3 bits, two to the minus 0.3.
    RandomStream bits = stream("claimed");
    RestartAssessment claimed = assess(matrix(1, 40_000, i -> bits.nextInt(2)), 200, 0.3);
    assertThat(claimed.passed()).isTrue();
    assertThat(claimed.validatedBitsPerSymbol()).isEqualTo(0.3);
  }
}
