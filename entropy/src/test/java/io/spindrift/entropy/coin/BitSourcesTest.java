package io.spindrift.entropy.coin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.MagneticState;
import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.KeyedBits;
import io.spindrift.entropy.PackedBits;
import io.spindrift.entropy.conditioning.FeedbackCoin;
import io.spindrift.entropy.conditioning.FeedbackLoop;
import io.spindrift.entropy.conditioning.Peres;
import io.spindrift.entropy.conditioning.PulseResponse;
import io.spindrift.entropy.conditioning.SetPoint;
import io.spindrift.entropy.conditioning.Sha256Conditioner;
import io.spindrift.entropy.conditioning.VonNeumann;
import io.spindrift.entropy.conditioning.XorFold;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.random.StreamKey;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract that every bit source keeps. */
class BitSourcesTest {
  static final CoinPulse PULSE = new CoinPulse(MagneticState.PARALLEL, 0.84, 1.4e-9, 300);

  static Stream<BitSource> sources() {
    SpreadJunctions junctions = new SpreadJunctions(0.54, 0.46, 0.03);
    ResetCoin reset = ResetCoin.of(junctions, PULSE, 16, 128);
    return Stream.of(
        reset,
        FreeRunningCoin.of(junctions, PULSE, 16, 128),
        new StuckCells(0.1, 0.2, StreamKey.root(3)).reset(reset),
        new TelegraphCoin("telegraph", 0.4, 0.8, 30e-6, 10e-6, 1e-6),
        wandering(1),
        wandering(16),
        wandering(64),
        wandering(256),
        new FluctuatingCoin(
            "drift",
            ThresholdResponse.logistic(0.4, 10, 0.01),
            PeriodicDrift.ramp(5, 4e-3),
            1e-6,
            64),
        new InterleavedCoin(wandering(1), 128),
        new KeyedBits(),
        new KeyedCoin(0.646),
        new XorFold(reset, 1),
        new XorFold(reset, 3),
        new VonNeumann(reset),
        new Peres(reset, 5),
        new Sha256Conditioner(reset, 512, 256),
        new FeedbackCoin(
            "held coin",
            PulseResponse.linear(0.8, 2),
            new SetPoint(0.8, 2),
            new FeedbackLoop(0.5, 100, 0)));
  }

  private static FluctuatingCoin wandering(int holdTosses) {
    return new FluctuatingCoin(
        "wander",
        ThresholdResponse.logistic(0.4, 10, 0.06),
        GaussianWander.flicker(0.01, 1e-4, 1e-2, 1),
        1e-6,
        holdTosses);
  }

  private static long[] draw(BitSource source, StreamKey key, int bitCount) {
    long[] words = new long[PackedBits.words(bitCount)];
    source.fill(key, words, bitCount);
    return words;
  }

  @ParameterizedTest
  @MethodSource("sources")
  void aBlockDependsOnItsKeyAloneForAnyNumberOfThreads(BitSource source) {
    int blocks = 50;
    long[][] expected = new long[blocks][];
    for (int b = blocks - 1; b >= 0; b--) {
      expected[b] = draw(source, StreamKey.root(1).at(b), 1000 + b);
    }
    for (int threads : new int[] {1, 3, 8}) {
      long[][] drawn = new long[blocks][];
      try (Workers workers = new Workers(threads)) {
        workers.forEach(blocks, b -> drawn[b] = draw(source, StreamKey.root(1).at(b), 1000 + b));
      }
      assertThat(drawn).isDeepEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void aShortBlockIsTheBeginningOfALongOneAndItsSpareBitsAreZero(BitSource source) {
    StreamKey key = StreamKey.root(5).purpose("blocks");
    long[] whole = draw(source, key, 5000);
    for (int bits : new int[] {1, 63, 64, 65, 1000}) {
      long[] words = draw(source, key, bits);
      for (int i = 0; i < words.length; i++) {
        long mask = PackedBits.lowest(bits - 64 * i);
        assertThat(words[i]).isEqualTo(whole[i] & mask);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void anotherKeyGivesOtherBits(BitSource source) {
    assertThat(draw(source, StreamKey.root(5), 640))
        .isNotEqualTo(draw(source, StreamKey.root(6), 640));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void refusesAnArrayThatIsTooShort(BitSource source) {
    assertThatThrownBy(() -> source.fill(StreamKey.root(5), new long[2], 129))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 3");
  }

  @Test
  void resetCoinServesABlockCellAfterCellFromTheRowOfItsKey() {
    // Cells that always or never switch spell their own number: bit = lowest digit of the column.
    double[] p = new double[4 * 64];
    for (int cell = 0; cell < p.length; cell++) {
      p[cell] = cell / 64 == 2 ? 1 : 0;
    }
    ResetCoin coin = new ResetCoin("marked rows", CellProbabilities.of(p, 64));
    for (int b = 0; b < 20; b++) {
      StreamKey key = StreamKey.root(9).at(b);
      long[] words = draw(coin, key, 6 * 64);
      for (int i = 0; i < 6; i++) {
        int row = (coin.cells().firstRow(key) + i) % 4;
        assertThat(words[i]).isEqualTo(row == 2 ? -1L : 0L);
      }
    }
  }

  @Test
  void freeRunningCoinHasTheShareAndCorrelationOfItsMarkovChain() {
    // a = 0.3, b = 0.2: share of AP 0.4, correlation 0.5. 64 chains of 20,000 reads each. The
    // variance of the share is p q (1+r)/(1-r)/N; bounds at 4 standard errors, false alarm 1e-4.
    SpreadJunctions junctions = new SpreadJunctions(0.3, 0.2, 0);
    FreeRunningCoin coin = FreeRunningCoin.of(junctions, PULSE, 1, 64);
    assertThat(coin.antiparallelShare(0)).isEqualTo(0.4);
    assertThat(coin.lagOneCorrelation(0)).isCloseTo(0.5, within(1e-12));
    int reads = 20_000;
    long[] words = draw(coin, StreamKey.root(21), 64 * reads);
    long ones = 0;
    long both = 0;
    for (int i = 0; i < reads; i++) {
      ones += Long.bitCount(words[i]);
      both += i + 1 < reads ? Long.bitCount(words[i] & words[i + 1]) : 0;
    }
    double n = 64.0 * reads;
    double share = ones / n;
    double correlation = (both / (n - 64) - share * share) / (share * (1 - share));
    assertThat(Math.abs(share - 0.4)).isLessThan(4 * Math.sqrt(0.24 * 3 / n));
    // Bartlett's variance of a lag-one estimate, (1 - r^2)/N, within its order for a binary chain.
    assertThat(Math.abs(correlation - 0.5)).isLessThan(4 * Math.sqrt(1 / n));
  }

  @Test
  void twoExclusiveOrsShrinkAnOffsetOfFourteenPointsToFourAndAThird() {
    // 4 million bits each; bound 4 standard errors of the share, false alarm 6e-5 per case.
    ResetCoin biased = ResetCoin.of(new SpreadJunctions(0.646, 0.646, 0), PULSE, 64, 256);
    XorFold once = new XorFold(biased, 2);
    for (var fold : List.of(once, new XorFold(once, 2), new XorFold(biased, 4))) {
      boolean twice = fold != once;
      double predicted = XorFold.residualOffset(0.146, twice ? 4 : 2);
      assertThat(predicted).isBetween(twice ? 0.00360 : 0.0425, twice ? 0.00365 : 0.0427);
      int bits = 4_000_000;
      long ones = 0;
      for (long word : draw(fold, StreamKey.root(31), bits)) {
        ones += Long.bitCount(word);
      }
      double offset = ones / (double) bits - 0.5;
      assertThat(Math.abs(Math.abs(offset) - predicted)).isLessThan(4 * 0.5 / Math.sqrt(bits));
    }
  }
}
