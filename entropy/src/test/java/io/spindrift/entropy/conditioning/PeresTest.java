package io.spindrift.entropy.conditioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.KeyedBits;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeresTest {
  /** The rule as Peres writes it, on lists. */
  private static List<Integer> plain(List<Integer> input, int rounds) {
    List<Integer> output = new ArrayList<>();
    List<Integer> sums = new ArrayList<>();
    List<Integer> equals = new ArrayList<>();
    if (rounds == 0) {
      return output;
    }
    for (int i = 0; i + 1 < input.size(); i += 2) {
      int first = input.get(i);
      int sum = first ^ input.get(i + 1);
      sums.add(sum);
      (sum == 1 ? output : equals).add(first);
    }
    output.addAll(plain(sums, rounds - 1));
    output.addAll(plain(equals, rounds - 1));
    return output;
  }

  private static List<Integer> bits(long[] words, int count) {
    List<Integer> list = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      list.add((int) (words[i / 64] >>> (i % 64)) & 1);
    }
    return list;
  }

  private static List<Integer> fast(long[] words, int count, int rounds) {
    long[] output = new long[words.length];
    BitAppender appender = new BitAppender(output, 64 * output.length);
    new Peres.Lists(rounds, count).extract(words, count, rounds, appender);
    return bits(output, appender.size());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void wordsAtATimeGiveTheBitsOfThePlainRule(int rounds) {
    long[] words = new long[5];
    for (int length : new int[] {1, 2, 13, 64, 65, 127, 200, 320}) {
      new MarkovBits(0.7, 0.1).fill(StreamKey.root(3).at(length, rounds), words, length);
      assertThat(fast(words, length, rounds)).isEqualTo(plain(bits(words, length), rounds));
    }
  }

  /** All 4096 inputs: outputs of one length are equally probable, to rounding. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void everyOutputOfOneLengthIsEquallyProbable(int rounds) {
    MarkovBits coin = new MarkovBits(0.646, 0);
    double[][] mass = new double[13][1 << 12];
    for (int word = 0; word < 1 << 12; word++) {
      List<Integer> output = fast(new long[] {word}, 12, rounds);
      int value = 0;
      for (int i = 0; i < output.size(); i++) {
        value |= output.get(i) << i;
      }
      mass[output.size()][value] += coin.probability(word, 12);
    }
    for (int length = 1; length <= 12; length++) {
      for (int value = 1; value < 1 << length; value++) {
        assertThat(mass[length][value]).isCloseTo(mass[length][0], within(1e-15));
      }
    }
  }

  /** A fair input: r_d = 1/4 + 3/4 r_{d-1}, hence 1 - (3/4)^d. */
  @Test
  void rateOfAFairInputIsClosed() {
    for (int depth = 0; depth <= 16; depth++) {
      assertThat(Peres.rate(0.5, depth)).isCloseTo(1 - Math.pow(0.75, depth), within(1e-14));
    }
  }

  private static double entropy(double p) {
    return -(p * Math.log(p) + (1 - p) * Math.log(1 - p)) / Math.log(2);
  }

  /** The entropy is the fixed point of the recursion, and the rate rises to it from below. */
  @ParameterizedTest
  @ValueSource(doubles = {0.646, 0.1, 0.02})
  void rateRisesWithTheDepthTowardsTheEntropy(double p) {
    double equal = p * p + (1 - p) * (1 - p);
    assertThat(p * (1 - p) + 0.5 * entropy(equal) + 0.5 * equal * entropy(p * p / equal))
        .isCloseTo(entropy(p), within(1e-14));
    for (int depth = 1; depth <= 16; depth++) {
      assertThat(Peres.rate(p, depth)).isBetween(Peres.rate(p, depth - 1) + 1e-6, entropy(p));
    }
    assertThat(Peres.rate(p, 1)).isCloseTo(p * (1 - p), within(1e-16));
    assertThat(Peres.rate(p, 16)).isGreaterThan(0.97 * entropy(p));
  }

  /**
   * One part of 2^16 bits with p = 0.646 at depth 8. Each of its at most 255 lists drops at most
   * one bit, each worth at most one output bit; the spread of the count is below sqrt(n)/2, for one
   * changed input bit moves the expected count by less than one. Four of those spreads.
   */
  @Test
  void theCountOfOutputBitsIsThePredictedOne() {
    int length = 1 << 16;
    long[] words = new long[length / 64];
    new MarkovBits(0.646, 0).fill(StreamKey.root(8), words, length);
    double expected = length * Peres.rate(0.646, 8);
    assertThat((double) fast(words, length, 8).size())
        .isBetween(expected - 255 - 2 * Math.sqrt(length), expected + 2 * Math.sqrt(length));
  }

  /** One million bits; 4 standard errors, false alarm 6e-5. */
  @Test
  void drawnBitsAreFairAndUncorrelated() {
    Peres extractor = new Peres(new MarkovBits(0.8, 0), 6);
    assertThat(extractor.predict(BitLaw.independent(0.8)).output())
        .isEqualTo(BitLaw.independent(0.5));
    MeasuredBits drawn = MeasuredBits.of(extractor, StreamKey.root(43), 1_000_000);
    assertThat(drawn.share()).isCloseTo(0.5, within(MeasuredBits.fourErrors(1_000_000, 0)));
    assertThat(drawn.correlation()).isCloseTo(0, within(4e-3));
  }

  @Test
  void depthOneIsVonNeumann() {
    long[] one = new long[100];
    long[] other = new long[100];
    new Peres(new KeyedBits(), 1).fill(StreamKey.root(2), one, 6400);
    new VonNeumann(new KeyedBits()).fill(StreamKey.root(2), other, 6400);
    assertThat(one).isEqualTo(other);
    assertThat(BitSequence.of(one, 6400).ones()).isBetween(3000, 3400);
  }
}
