package io.spindrift.diffusion.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.entropy.KeyedBits;
import io.spindrift.entropy.coin.KeyedCoin;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.DistributionAssert;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BitChanceTest {
  private static final StreamKey KEY = StreamKey.root(7);

  private static BitChance fair(int bits) {
    return new BitChance(BitSupply.steady(new KeyedBits()), KEY, bits);
  }

  private static int[] draw(ChanceSource chance, long image, long step, int length) {
    int[] uniform = new int[length];
    chance.fill("sampling", image, step, uniform, 0, length);
    return uniform;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 8, 13, 16, 31, 32})
  void theHighestBitsAreThoseOfTheSourceInOrder(int bits) {
    int[] uniform = draw(fair(bits), 3, 4, 100);
    long[] words = new long[(100 * bits + 63) / 64];
    new KeyedBits().fill(KEY.purpose("sampling").at(3, 4).at(0), words, 100 * bits);
    for (int i = 0; i < 100; i++) {
      for (int b = 0; b < 32; b++) {
        int at = i * bits + b - (32 - bits);
        long expected = b < 32 - bits ? 0 : words[at / 64] >>> at % 64 & 1;
        assertThat(uniform[i] >>> b & 1).as("bit %s of number %s", b, i).isEqualTo((int) expected);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 32})
  void aShorterBlockIsTheBeginningOfALongerOne(int bits) {
    int[] whole = draw(fair(bits), 1, 2, 70_000);
    assertThat(draw(fair(bits), 1, 2, 69_000)).isEqualTo(Arrays.copyOf(whole, 69_000));
    int[] inside = new int[64 + 9];
    fair(bits).fill("sampling", 1, 2, inside, 9, 64);
    assertThat(Arrays.copyOfRange(inside, 9, 73)).isEqualTo(Arrays.copyOf(whole, 64));
    assertThat(Arrays.copyOf(inside, 9)).containsOnly(0);
  }

  @Test
  void blocksOfOtherImagesStepsAndPurposesAreOthers() {
    int[] block = draw(fair(32), 1, 2, 8);
    int[] training = new int[8];
    fair(32).fill("training", 1, 2, training, 0, 8);
    assertThat(draw(fair(32), 1, 3, 8)).isNotEqualTo(block);
    assertThat(draw(fair(32), 2, 2, 8)).isNotEqualTo(block);
    assertThat(training).isNotEqualTo(block);
  }

  /** Each value of three fair bits equally often: 80,000 numbers, false alarm 3.2e-5. */
  @Test
  void allValuesOfFairBitsAreEquallyLikely() {
    long[] counts = new long[8];
    for (int u : draw(fair(3), 0, 0, 80_000)) {
      counts[u >>> 29]++;
    }
    DistributionAssert.uniform(counts, 4);
  }

  @Test
  void aProbabilityIsRoundedToTheBitsOfANumber() {
    assertThat(fair(2).threshold(0.3)).isEqualTo(1L << 30);
    assertThat(fair(2).achieved(0.3)).isEqualTo(0.25);
    assertThat(fair(32).threshold(1)).isEqualTo(1L << 32);
    assertThat(fair(32).threshold(0)).isZero();
    assertThat(fair(32).achieved(0.3)).isCloseTo(0.3, within(0x1p-33));
  }

  /** The stated probability of biased bits against the sum over all values of 5 bits. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.2, 0.5, 0.6, 1})
  void theProbabilityOfBiasedBitsIsTheSumOverAllValues(double p) {
    BitChance chance = fair(5);
    for (int bound = 0; bound <= 32; bound++) {
      double sum = 0;
      for (int value = 0; value < bound; value++) {
        int ones = Integer.bitCount(value);
        sum += Math.pow(p, ones) * Math.pow(1 - p, 5 - ones);
      }
      assertThat(chance.below((long) bound << 27, p)).isCloseTo(sum, within(1e-14));
    }
  }

  /** 100,000 numbers of a coin of 0.6, false alarm 6.3e-5 for each of four probabilities. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.3, 0.5, 0.9})
  void eventsHappenAsOftenAsStated(double p) {
    BitChance chance = new BitChance(BitSupply.steady(new KeyedCoin(0.6)), KEY, 8);
    long threshold = chance.threshold(p);
    long count = 0;
    for (int u : draw(chance, 5, 6, 100_000)) {
      count += (u & 0xFFFF_FFFFL) < threshold ? 1 : 0;
    }
    DistributionAssert.binomial(count, 100_000, chance.below(threshold, 0.6), 4);
  }

  @Test
  void refusesNumbersOfNoBitsOrOfMoreThan32() {
    assertThatThrownBy(() -> fair(0)).hasMessageContaining("bits of a uniform number must be");
    assertThatThrownBy(() -> fair(33)).hasMessageContaining("33");
    assertThatThrownBy(() -> fair(8).threshold(Double.NaN)).hasMessageContaining("probability");
  }
}
