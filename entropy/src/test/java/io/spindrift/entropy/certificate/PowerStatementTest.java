package io.spindrift.entropy.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.coin.KeyedCoin;
import io.spindrift.entropy.gaussian.NormalTails;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import io.spindrift.entropy.sp80022.FrequencyTest;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import org.junit.jupiter.api.Test;

class PowerStatementTest {
  @Test
  void theBiasRevealedIsTheSumOfTwoQuantilesOverTwiceTheRoot() {
    PowerStatement statement = new PowerStatement(10_000, 0.01, 0.9);
    assertThat(statement.bitBias()).isCloseTo((2.575829 + 1.281552) / 200, within(1e-7));
    assertThat(statement.correlation(100))
        .isCloseTo((2.575829 + 1.281552) / 99.498744, within(1e-6));
    assertThat(statement.meanShift()).isCloseTo(2 * statement.bitBias(), within(1e-15));
    assertThat(statement.varianceError()).isCloseTo(3.857381 * Math.sqrt(2e-4), within(1e-7));
    assertThat(statement.excessKurtosis()).isCloseTo(3.857381 * Math.sqrt(24e-4), within(1e-6));
    assertThat(PowerStatement.of(10_000, 0.01, 10).level()).isCloseTo(0.001, within(1e-15));
  }

  @Test
  void theNumberOfBitsIsTheInverseOfTheBias() {
    long bits = PowerStatement.bitsForBias(0.001, 0.01, 0.9);
    assertThat(bits).isBetween(3_719_000L, 3_721_000L);
    assertThat(new PowerStatement(bits, 0.01, 0.9).bitBias()).isCloseTo(0.001, within(1e-8));
    long pairs = PowerStatement.countForCorrelation(0.01, 64, 0.01, 0.9);
    assertThat(new PowerStatement(pairs, 0.01, 0.9).correlation(64)).isCloseTo(0.01, within(1e-6));
  }

  @Test
  void aCoinAtOneInAThousandIsSeenWithTheStatedNumberOfBits() {
    // 400 sequences of the stated length with p = 0.501; the count of ones drawn as a normal with
    // the binomial's moments (skewness 1e-6 at this n). Rejections binomial(400, 0.9): sd 6; 4.5
    // sd.
    long bits = PowerStatement.bitsForBias(0.001, 0.01, 0.9);
    RandomStream stream = StreamKey.root(501).open();
    int seen = 0;
    for (int s = 0; s < 400; s++) {
      double ones =
          Math.rint(0.501 * bits + Math.sqrt(bits * 0.501 * 0.499) * stream.nextGaussian());
      double z = (2 * ones - bits) / Math.sqrt((double) bits);
      seen += NormalTails.twoSided(z) <= 0.01 ? 1 : 0;
    }
    assertThat(seen).isBetween(360 - 27, 360 + 27);
  }

  @Test
  void clippingIsRevealedWhereNoneBeyondWouldBeTooRare() {
    PowerStatement statement = new PowerStatement(1_000_000, 0.001, 0.9);
    double c = statement.clippingSigma();
    assertThat(Math.pow(1 - 2 * NormalTails.upperTail(c), 1e6)).isCloseTo(0.0005, within(1e-8));
    assertThat(c).isBetween(4.2, 4.5);
  }

  @Test
  void theSentencesNameTheirFigures() {
    assertThat(PowerStatement.of(1_000_000, 0.01, 192).ofBits())
        .startsWith("1,000,000 bits reveal, nine times in ten, a share of ones that is off")
        .endsWith("smaller defects can pass.");
    assertThat(PowerStatement.of(1_000_000, 0.01, 12).ofSamples()).contains("tails cut at 4.");
  }

  @Test
  void oneSequenceRevealsPooledWhatItRevealsAlone() {
    // The far rejection region, left out of the closed form, adds less than 1e-9.
    assertThat(new PooledPower(1, 1_000_000, 1e-4).bitBias())
        .isCloseTo(new PowerStatement(1_000_000, 1e-4, 0.9).bitBias(), within(1e-9));
  }

  @Test
  void thePooledShiftIsRevealedNineTimesInTen() {
    // 100 sequences at level 1e-4, 1,000 repetitions of the proportion check alone, which is the
    // one that reveals it; binomial sd 9.5, within 4.5 sd.
    PooledPower power = new PooledPower(100, 1000, 1e-4);
    double shift = power.shift();
    assertThat(shift).isLessThan(new PooledPower(1, 1000, 1e-4).shift());
    RandomStream stream = StreamKey.root(100).open();
    int seen = 0;
    for (int s = 0; s < 1000; s++) {
      int failed = 0;
      for (int i = 0; i < 100; i++) {
        failed += NormalTails.twoSided(stream.nextGaussian() + shift) < 0.01 ? 1 : 0;
      }
      seen += BinomialTail.pValue(failed, 100, 0.01) <= 1e-4 ? 1 : 0;
    }
    assertThat(seen).isBetween(900 - 43, 900 + 43);
  }

  @Test
  void twoSequencesAreTooFewForAProportionAndRevealByTheFarthest() {
    // Both beyond 1 % has probability 1e-4, more than half the level. At half the level each, one
    // of two is seen nine times in ten when each is seen with 1 - sqrt(0.1).
    double expected =
        NormalTails.upperQuantile(1e-4 / 4) + NormalTails.quantile(1 - Math.sqrt(0.1));
    PooledPower two = new PooledPower(2, 1_000_000, 1e-4);
    assertThat(two.shift()).isCloseTo(expected, within(1e-9));
    assertThat(two.bitBias()).isCloseTo(expected / 2000, within(1e-12));
    assertThat(two.correlation()).isCloseTo(expected / 1000, within(1e-12));
  }

  @Test
  void drawnBitsOfACoinAtOneInAThousandAreCaughtInTheStatedNumber() {
    // Forty sequences of 3.72 million bits of p = 0.501, judged by the frequency test at 1 %.
    // Rejections binomial(40, 0.9): fewer than 27 with probability 2e-5. A fair coin is rejected in
    // binomial(40, 0.01): more than five with probability 1e-6.
    int bits = (int) PowerStatement.bitsForBias(0.001, 0.01, 0.9);
    int caught = 0;
    int alarms = 0;
    for (int s = 0; s < 40; s++) {
      caught += isRejected(new KeyedCoin(0.501), StreamKey.root(502).at(s), bits) ? 1 : 0;
      alarms += isRejected(new KeyedCoin(0.5), StreamKey.root(503).at(s), bits) ? 1 : 0;
    }
    assertThat(caught).isBetween(27, 40);
    assertThat(alarms).isLessThanOrEqualTo(5);
  }

  private static boolean isRejected(KeyedCoin coin, StreamKey key, int bits) {
    BitSequence drawn = BitSequence.draw(coin, key, bits);
    return ((Judged) new FrequencyTest().judge(drawn).getFirst().outcome()).pValue() < 0.01;
  }
}
