package io.spindrift.diffusion.noise;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.diffusion.noise.BiasDrift.Clock;
import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.KeyedBits;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.DistributionAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImperfectBitsTest {
  private static final StreamKey KEY = StreamKey.root(5);
  private static final StreamKey POPULATION = StreamKey.root(6);
  private static final NoiseImperfection IDEAL = NoiseImperfection.ideal(16);

  private static BitSource bits(NoiseImperfection imperfection) {
    return new ImperfectBits(new KeyedBits(), imperfection).at(0, 0);
  }

  private static BitSequence draw(NoiseImperfection imperfection, StreamKey key, int length) {
    return BitSequence.draw(bits(imperfection), key, length);
  }

  private static CellVariation cells(double spread, double atZero, double atOne, boolean rotated) {
    return new CellVariation(spread, atZero, atOne, 128, rotated, POPULATION);
  }

  @Test
  void idealBitsAreThoseOfTheSource() {
    KeyedBits source = new KeyedBits();
    ImperfectBits supply = new ImperfectBits(source, IDEAL);
    assertThat(supply.at(3, 4)).isSameAs(source);
    assertThat(supply.name()).isEqualTo(source.name());
  }

  /** A knob at zero beside one that is not changes nothing of what the other does. */
  @Test
  void anImperfectionOfSizeZeroDrawsNothing() {
    NoiseImperfection biased = IDEAL.withProbabilityOfOne(0.55);
    long[] one = new long[20];
    long[] other = new long[20];
    bits(biased).fill(KEY, one, 1280);
    bits(biased.withCells(cells(0, 0, 0, true)).withDrift(new BiasDrift(0.4, Clock.STEP, 1)))
        .fill(KEY, other, 1280);
    assertThat(other).isEqualTo(one);
  }

  /** One million bits: share within 4 standard errors of the chain, false alarm 6.3e-5 a case. */
  @ParameterizedTest
  @CsvSource({"0.5, 0", "0.6, 0", "0.35, 0", "0.5, 0.5", "0.55, 0.3", "0.5, 0.02"})
  void bitsAreAMarkovChainOfTheStatedShareAndCorrelation(double p, double rho) {
    int length = 1_000_000;
    BitSequence bits = draw(IDEAL.withProbabilityOfOne(p).withCorrelation(rho), KEY, length);
    double inflation = Math.sqrt((1 + rho) / (1 - rho));
    DistributionAssert.binomial(bits.ones(), length, p, 4 * inflation);
    // Given the bit before, the next is independent of all others: transitions are binomial.
    int fromOne = 0;
    int toOne = 0;
    int fromZeroToOne = 0;
    int held = 0;
    int afterOneZero = 0;
    for (int i = 2; i < length; i++) {
      int before = bits.bit(i - 1);
      fromOne += before;
      toOne += before & bits.bit(i);
      fromZeroToOne += 1 - before & bits.bit(i);
      if (bits.bit(i - 2) == 0 && before == 1) {
        afterOneZero++;
        held += bits.bit(i);
      }
    }
    DistributionAssert.binomial(toOne, fromOne, p + rho * (1 - p), 4);
    DistributionAssert.binomial(fromZeroToOne, length - 2 - fromOne, p * (1 - rho), 4);
    DistributionAssert.binomial(held, afterOneZero, p + rho * (1 - p), 4);
  }

  /** 10,000 blocks of 128 cells, each cell within 4.9 standard errors: 1.2e-4 for all. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1})
  void everyCellHasItsOwnProbabilityAtItsOwnPlace(double spread) {
    CellVariation variation = cells(spread, 0.1, 0.2, false);
    NoiseImperfection imperfection = IDEAL.withProbabilityOfOne(0.55).withCells(variation);
    BitSource source = bits(imperfection);
    int blocks = 10_000;
    int[] ones = new int[128];
    long[] words = new long[4];
    for (int k = 0; k < blocks; k++) {
      source.fill(KEY.at(k), words, 256);
      for (int c = 0; c < 128; c++) {
        ones[c] += (int) (words[c / 64 + k % 2 * 2] >>> c % 64) & 1;
      }
    }
    double[] expected = variation.draw(0.55);
    int stuck = 0;
    for (int c = 0; c < 128; c++) {
      DistributionAssert.binomial(ones[c], blocks, expected[c], 4.9);
      stuck += ones[c] == 0 || ones[c] == blocks ? 1 : 0;
    }
    // 0.3 of 128 cells, within 4 standard deviations.
    DistributionAssert.binomial(stuck, 128, 0.3, 4);
  }

  @Test
  void stuckCellsAreAllThatIsLeftOfFullShares() {
    CellVariation variation = cells(0, 0, 1, false);
    assertThat(draw(IDEAL.withCells(variation), KEY, 1000).ones()).isEqualTo(1000);
    assertThat(draw(IDEAL.withCells(cells(0, 1, 0, true)), KEY, 1000).ones()).isZero();
  }

  /** Cells stuck at 0 or 1 alone show which one a block begins with. */
  @Test
  void rotatedBlocksBeginAtWordsOfCellsDrawnByTheirKey() {
    CellVariation variation = cells(0, 0.5, 0.5, true);
    double[] cell = variation.draw(0.5);
    int[] starts = new int[2];
    for (int k = 0; k < 2000; k++) {
      BitSequence block = draw(IDEAL.withCells(variation), KEY.at(k), 200);
      int start = block.bit(0) == (int) cell[0] && block.bit(1) == (int) cell[1] ? 0 : 64;
      start = matches(block, cell, start) ? start : 64 - start;
      assertThat(matches(block, cell, start)).isTrue();
      starts[start / 64]++;
    }
    // False alarm 6.3e-5.
    DistributionAssert.binomial(starts[0], 2000, 0.5, 4);
  }

  private static boolean matches(BitSequence block, double[] cell, int start) {
    for (int i = 0; i < block.length(); i++) {
      if (block.bit(i) != (int) cell[(start + i) % 128]) {
        return false;
      }
    }
    return true;
  }

  /** Four shares of 200,000 bits each, false alarm 6.3e-5 each. */
  @Test
  void theBiasWalksWithItsClockAndStuckCellsStay() {
    CellVariation stuck = cells(0, 0.25, 0, false);
    ImperfectBits supply =
        new ImperfectBits(
            new KeyedBits(), IDEAL.withDrift(new BiasDrift(0.4, Clock.STEP, 4)).withCells(stuck));
    double sound = 0;
    for (double p : stuck.draw(0.5)) {
      sound += p > 0 ? 1 / 128.0 : 0;
    }
    for (int step = 0; step < 4; step++) {
      BitSequence bits = BitSequence.draw(supply.at(9, 4 + step), KEY.at(step), 128 * 1600);
      DistributionAssert.binomial(bits.ones(), bits.length(), sound * (0.5 + 0.1 * step), 4);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 63, 64, 65, 1000, 2047, 4096})
  void aShorterBlockIsTheBeginningOfALongerOneAndSpareBitsAreZero(int length) {
    NoiseImperfection all =
        IDEAL
            .withProbabilityOfOne(0.55)
            .withCorrelation(0.3)
            .withDrift(new BiasDrift(0.1, Clock.IMAGE, 10))
            .withCells(cells(0.5, 0.05, 0.05, true));
    BitSource source = new ImperfectBits(new KeyedBits(), all).at(3, 0);
    long[] whole = new long[100];
    source.fill(KEY, whole, 6400);
    long[] part = new long[(length + 63) / 64 + 1];
    part[part.length - 1] = 77;
    source.fill(KEY, part, length);
    assertThat(part[part.length - 1]).isEqualTo(77);
    for (int i = 0; i < part.length - 1; i++) {
      long mask = length - 64 * i >= 64 ? -1 : (1L << length % 64) - 1;
      assertThat(part[i]).isEqualTo(whole[i] & mask);
    }
  }

  @Test
  void theNameSaysEveryImperfectionThatIsThere() {
    NoiseImperfection all =
        IDEAL
            .withProbabilityOfOne(0.55)
            .withCorrelation(0.3)
            .withDrift(new BiasDrift(0.1, Clock.IMAGE, 10))
            .withCells(cells(0.5, 0.05, 0, true));
    assertThat(new ImperfectBits(new KeyedBits(), all).name())
        .isEqualTo(
            "imperfect (P(1) = 0.55, correlation 0.3, drift 0.1 in 10 images, logit spread 0.5,"
                + " 0.05 stuck at 0 and 0 at 1, 128 cells rotated) bits of software bits"
                + " (xoshiro256++)");
  }
}
