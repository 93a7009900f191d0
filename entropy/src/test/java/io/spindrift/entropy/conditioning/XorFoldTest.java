package io.spindrift.entropy.conditioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.numerics.random.StreamKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XorFoldTest {
  /** All pairs of neighbours of up to three chains, weighted with their probabilities. */
  @ParameterizedTest
  @CsvSource({"0.646, 0, 2", "0.646, 0.4, 2", "0.2, -0.2, 3", "0.5, 0.7, 3", "0.646, -0.3, 1"})
  void shareAndCorrelationAreThoseOfAllInputsWeighted(double share, double rho, int inputs) {
    MarkovBits chain = new MarkovBits(share, rho);
    double[] mass = new double[4];
    for (int word = 0; word < 1 << (2 * inputs); word++) {
      double probability = 1;
      int output = 0;
      for (int j = 0; j < inputs; j++) {
        int pair = (word >>> (2 * j)) & 3;
        probability *= chain.probability(pair, 2);
        output ^= pair;
      }
      mass[output] += probability;
    }
    BitLaw law = new XorFold(chain, inputs).predict(BitLaw.markov(share, rho)).output();
    double ones = mass[1] + mass[3];
    assertThat(law.onesShare()).isCloseTo(ones, within(1e-14));
    assertThat(law.lagOneCorrelation().orElseThrow())
        .isCloseTo((mass[3] - ones * ones) / (ones * (1 - ones)), within(1e-13));
  }

  /** 14.6 points become 4.3, then 0.36; the input is one of independent bits. */
  @Test
  void twoExclusiveOrsShrinkAnOffsetOfFourteenPointsSixPerCent() {
    BitLaw once =
        new XorFold(new MarkovBits(0.646, 0), 2).predict(BitLaw.independent(0.646)).output();
    assertThat(once.bias()).isCloseTo(-0.042632, within(1e-12));
    BitLaw twice = new XorFold(new MarkovBits(0.646, 0), 2).predict(once).output();
    assertThat(twice.bias()).isCloseTo(-0.003634974848, within(1e-12));
    assertThat(twice)
        .isEqualTo(
            new XorFold(new MarkovBits(0.646, 0), 4).predict(BitLaw.independent(0.646)).output());
  }

  /** 1,000,000 bits; 4 standard errors of share and correlation, false alarm 1e-4 each. */
  @Test
  void drawnBitsOfACorrelatedInputKeepThePredictedCorrelation() {
    XorFold fold = new XorFold(new MarkovBits(0.646, 0.6), 2);
    BitLaw law = fold.predict(BitLaw.markov(0.646, 0.6)).output();
    double rho = law.lagOneCorrelation().orElseThrow();
    MeasuredBits drawn = MeasuredBits.of(fold, StreamKey.root(44), 1_000_000);
    assertThat(drawn.share())
        .isCloseTo(law.onesShare(), within(MeasuredBits.fourErrors(1_000_000, rho)));
    assertThat(drawn.correlation()).isCloseTo(rho, within(4e-3));
  }

  /** e' = (2 e)^k / 2, whatever the sign of the offset. */
  @Test
  void theResidualOffsetIsHalfAPowerOfTwiceTheOffset() {
    assertThat(XorFold.residualOffset(0.146, 2)).isCloseTo(0.042632, within(1e-15));
    assertThat(XorFold.residualOffset(-0.146, 4)).isCloseTo(0.003634974848, within(1e-15));
    assertThat(XorFold.residualOffset(0.146, 1)).isCloseTo(0.146, within(1e-15));
  }
}
