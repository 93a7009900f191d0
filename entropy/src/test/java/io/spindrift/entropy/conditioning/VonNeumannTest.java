package io.spindrift.entropy.conditioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.entropy.BitSequence;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.random.StreamKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VonNeumannTest {
  private static final int LENGTH = 12;

  private static long[] extracted(int word, int length, int[] count) {
    long[] output = new long[1];
    BitAppender appender = new BitAppender(output, 64);
    VonNeumann.extract(new long[] {word}, length, appender);
    count[0] = appender.size();
    return output;
  }

  @Test
  void tenGivesOneZeroOneGivesZeroAndEqualBitsGiveNothing() {
    long[] input = new long[2];
    String digits = "10" + "01" + "11" + "00" + "10" + "10" + "01";
    for (int i = 0; i < digits.length(); i++) {
      input[1] |= (long) (digits.charAt(i) - '0') << i;
    }
    BitAppender output = new BitAppender(new long[1], 64);
    VonNeumann.extract(input, 128, output);
    assertThat(output.size()).isEqualTo(5);
    long[] words = new long[1];
    VonNeumann.extract(input, 128, new BitAppender(words, 64));
    assertThat(words[0]).isEqualTo(0b01101L);
  }

  /** Every one of the 4096 inputs of 12 bits, weighted with its probability under the chain. */
  @ParameterizedTest
  @CsvSource({"0.646, 0", "0.646, 0.4", "0.646, -0.3", "0.2, 0.7", "0.5, -0.9"})
  void rateAndBiasAreThoseOfAllInputsWeighted(double share, double correlation) {
    MarkovBits chain = new MarkovBits(share, correlation);
    double bits = 0;
    double ones = 0;
    int[] count = new int[1];
    for (int word = 0; word < 1 << LENGTH; word++) {
      long[] output = extracted(word, LENGTH, count);
      bits += chain.probability(word, LENGTH) * count[0];
      ones += chain.probability(word, LENGTH) * Long.bitCount(output[0]);
    }
    Prediction predicted = new VonNeumann(chain).predict(BitLaw.markov(share, correlation));
    assertThat(bits / LENGTH).isCloseTo(predicted.outputRate().orElseThrow(), within(1e-13));
    assertThat(ones / bits).isCloseTo(predicted.output().onesShare(), within(1e-13));
  }

  /**
   * Inputs whose first and last pairs differ and whose pairs between are equal: all ways to two
   * neighbouring outputs within six pairs. What they miss is bounded by the inputs that give one
   * output and then five equal pairs.
   */
  @ParameterizedTest
  @CsvSource({"0.646, 0.2", "0.646, -0.4", "0.5, -0.9", "0.3, -0.2"})
  void neighboursInTheOutputAreCorrelatedAsPredicted(double share, double correlation) {
    MarkovBits chain = new MarkovBits(share, correlation);
    double[] both = new double[2];
    int[] count = new int[1];
    for (int pairs = 2; pairs <= LENGTH / 2; pairs++) {
      for (int word = 0; word < 1 << (2 * pairs); word++) {
        boolean first = ((word ^ (word >>> 1)) & 1) == 1;
        boolean last = ((word >>> (2 * pairs - 2)) & 3) % 3 != 0;
        long[] output = extracted(word, 2 * pairs, count);
        if (first && last && count[0] == 2 && output[0] == 3) {
          both[0] += chain.probability(word, 2 * pairs);
        } else if (first && pairs == LENGTH / 2 && count[0] == 1) {
          both[1] += chain.probability(word, 2 * pairs);
        }
      }
    }
    double unlike = 2 * share * (1 - share) * (1 - correlation);
    double rho =
        new VonNeumann(chain)
            .predict(BitLaw.markov(share, correlation))
            .output()
            .lagOneCorrelation()
            .orElseThrow();
    double predicted = unlike * (1 + rho) / 4;
    assertThat(predicted).isBetween(both[0] - 1e-14, both[0] + both[1]);
    assertThat(both[1]).isLessThan(0.12 * unlike);
  }

  /** 400,000 output bits; 4 standard errors of share and correlation, false alarm 1e-4 each. */
  @ParameterizedTest
  @CsvSource({"0.646, 0.4", "0.3, 0.8", "0.5, -0.6"})
  void drawnBitsOfACorrelatedInputAreFairAndCorrelatedAsPredicted(double share, double rho) {
    VonNeumann extractor = new VonNeumann(new MarkovBits(share, rho));
    BitLaw law = extractor.predict(BitLaw.markov(share, rho)).output();
    double predicted = law.lagOneCorrelation().orElseThrow();
    MeasuredBits drawn = MeasuredBits.of(extractor, StreamKey.root(41), 400_000);
    assertThat(drawn.share()).isCloseTo(0.5, within(MeasuredBits.fourErrors(400_000, predicted)));
    assertThat(drawn.correlation()).isCloseTo(predicted, within(4 / Math.sqrt(400_000)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 1e-5})
  void aStuckSourceIsRefusedInsteadOfDrawnFromForEver(double share) {
    for (Conditioner extractor :
        List.of(new VonNeumann(new MarkovBits(share, 0)), new Peres(new MarkovBits(share, 0), 1))) {
      assertThatThrownBy(() -> BitSequence.draw(extractor, StreamKey.root(1), 64_000))
          .isInstanceOf(UnusableInput.class)
          .hasMessageContaining("must give at least one bit per 1024, but the first 1")
          .hasMessageContaining("would be accepted");
    }
  }

  @Test
  void anUnknownCorrelationLeavesTheRateOpenAndTheBiasZero() {
    Prediction predicted = new VonNeumann(new MarkovBits(0.6, 0)).predict(BitLaw.ofShare(0.6));
    assertThat(predicted.outputRate()).isEmpty();
    assertThat(predicted.output().bias()).isZero();
  }
}
