package io.spindrift.entropy.sp80090b.iid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.entropy.sp80090b.Symbols;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderFreeTestsTest {
  private static ExaminedSample sample(byte[] values) {
    return ExaminedSample.of(new Symbols(values, 8));
  }

  private static byte[] uniform(int length, int radix, long seed) {
    RandomStream stream = StreamKey.root(seed).open();
    byte[] values = new byte[length];
    for (int i = 0; i < length; i++) {
      values[i] = (byte) stream.nextInt(radix);
    }
    return values;
  }

  /** Length of the longest substring found twice, by looking at all of them. */
  private static int longestTwice(byte[] values) {
    String text = new String(values, StandardCharsets.ISO_8859_1);
    int longest = 0;
    for (int length = 1; length < text.length(); length++) {
      Set<String> seen = new HashSet<>();
      for (int from = 0; from + length <= text.length(); from++) {
        longest = seen.add(text.substring(from, from + length)) ? longest : length;
      }
    }
    return longest;
  }

  @ParameterizedTest
  @CsvSource({"60,2", "200,2", "300,3", "300,5", "400,200"})
  void theLongestRepeatedSubstringIsFound(int length, int radix) {
    byte[] values = uniform(length, radix, length);
    assertThat(RepeatedSubstring.of(sample(values)).length()).isEqualTo(longestTwice(values));
    for (int i = 0; i < length; i++) {
      values[i] = values[i % 37];
    }
    assertThat(RepeatedSubstring.of(sample(values)).length()).isEqualTo(length - 37);
  }

  /** A copy of 40 bits among 1,000 fair ones: (961 choose 2) 2^-40 = 4.2e-7. */
  @Test
  void aCopiedStretchFails() {
    byte[] values = uniform(1_000, 2, 3);
    assertThat(RepeatedSubstring.of(sample(values)).passed()).isTrue();
    System.arraycopy(values, 100, values, 700, 40);
    RepeatedSubstring repeated = RepeatedSubstring.of(sample(values));
    assertThat(repeated.length()).isGreaterThanOrEqualTo(40);
    assertThat(repeated.repeatProbability()).isLessThan(1e-6);
    assertThat(repeated.passed()).isFalse();
  }

  @Test
  void alternatingBitsAreNotIndependentAndFitPerfectly() {
    byte[] values = new byte[40_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) (i & 1);
    }
    ExaminedSample sample = sample(values);
    ChiSquare fit = GoodnessOfFitTest.of(sample);
    assertThat(fit.statistic()).isZero();
    assertThat(fit.degrees()).isEqualTo(9);
    assertThat(fit.pValue()).isEqualTo(1);
    // m = 9: 4,444 tuples, 2^-9 of which is 8.7; two tuples occur, 2,222 times each.
    ChiSquare independence = IndependenceTest.of(sample);
    assertThat(independence.degrees()).isEqualTo((1 << 9) - 2);
    double each = 4_444 / 512.0;
    assertThat(independence.statistic())
        .isCloseTo(2 * ChiSquare.term(2_222, each) + 510 * each, within(1e-6));
    assertThat(independence.pValue()).isZero();
  }

  @Test
  void pairsOfFourSymbolsAgainstTheirShares() {
    byte[] values = new byte[4_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) (i / 2 % 4);
    }
    // 2,000 pairs, all of equal symbols: 500 each where 125 are expected, and 12 empty cells.
    ChiSquare independence = IndependenceTest.of(sample(values));
    assertThat(independence.statistic())
        .isCloseTo(4 * ChiSquare.term(500, 125) + 12 * 125, within(1e-6));
    assertThat(independence.degrees()).isEqualTo(16 - 4);
  }

  @Test
  void cellsAreJoinedUntilEachBinExpectsFive() {
    ExpectationBins bins = new ExpectationBins(new double[] {4, 1, 20, 2, 3});
    assertThat(bins.size()).isEqualTo(2);
    assertThat(new int[] {bins.binOf(1), bins.binOf(3), bins.binOf(4)}).containsExactly(0, 0, 0);
    assertThat(bins.binOf(0)).isEqualTo(bins.binOf(2)).isEqualTo(1);
    assertThat(bins.statistic(new long[] {6, 24})).isZero();
    assertThat(new ExpectationBins(new double[] {6, 6, 1}).size()).isEqualTo(2);
    assertThat(new ExpectationBins(new double[] {1, 1}).size()).isEqualTo(1);
  }

  /** Q(x; 2) = exp(-x / 2). */
  @Test
  void theTailOfChiSquareWithTwoDegreesIsExponential() {
    assertThat(new ChiSquare(9, 2).pValue()).isCloseTo(Math.exp(-4.5), within(1e-15));
  }
}
