package io.spindrift.entropy.coin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.MagneticState;
import io.spindrift.entropy.BitSequence;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.NormalDistribution;
import org.junit.jupiter.api.Test;

/** Every coin draws bits with the share of ones and the correlations that it states. */
class StatedCoinsTest {
  private static final CoinPulse PULSE = new CoinPulse(MagneticState.PARALLEL, 0.8, 1e-9, 300);
  private static final ProbitJunction PROBIT = new ProbitJunction(0.79, 0.025);
  private static final StreamKey KEY = StreamKey.root(51).purpose("stated coins");

  @Test
  void resetCoinsThatDifferAreAlikeWhenACellComesRoundAgain() {
    ResetCoin coin = ResetCoin.of(new SpreadJunctions(0.5, 0.45, 0.15), PULSE, 2, 64);
    double again = coin.cells().spread() * coin.cells().spread() / 0.2475;
    assertThat(coin.correlation(128)).isCloseTo(again, within(0.01)).isGreaterThan(0.05);
    assertThat(coin.correlation(256)).isEqualTo(coin.correlation(128));
    CoinMeasurement.check(coin, KEY.at(1), 8192, 0.02, 1, 2, 64, 128, 200);
  }

  @Test
  void freeRunningCoinsRememberAndDiffer() {
    FreeRunningCoin coin = FreeRunningCoin.of(new SpreadJunctions(0.3, 0.2, 0.05), PULSE, 4, 64);
    assertThat(coin.correlation(64)).isBetween(0.45, 0.6);
    assertThat(coin.correlation(640)).isBetween(0.0, 0.1);
    CoinMeasurement.check(coin, KEY.at(2), 8192, 0.04, 1, 3, 64, 128, 640);
  }

  @Test
  void aFreeRunningCoinThatMostlySwitchesAlternates() {
    FreeRunningCoin coin = FreeRunningCoin.of(new SpreadJunctions(0.9, 0.8, 0), PULSE, 1, 64);
    assertThat(coin.correlation(64)).isCloseTo(-0.7, within(1e-12));
    assertThat(coin.correlation(128)).isCloseTo(0.49, within(1e-12));
    CoinMeasurement.check(coin, KEY.at(3), 8192, 0.02, 63, 64, 128, 192);
  }

  @Test
  void stuckCellsShiftTheShareAndComeBack() {
    // Shares of 5 % and 10 % of cells that are else 0.4: P = 0.1 + 0.85 x 0.4 = 0.44.
    ResetCoin steady = ResetCoin.of(new SpreadJunctions(0.4, 0.4, 0), PULSE, 4, 256);
    StuckCells stuck = new StuckCells(0.05, 0.1, StreamKey.root(7));
    ResetCoin coin = stuck.reset(steady);
    // 1024 cells: the share of a population has the standard error sqrt(0.15 x 0.4^2 / 1024).
    assertThat(coin.probabilityOfOne()).isCloseTo(0.44, within(0.025));
    double expected = (0.1 + 0.85 * 0.16 - 0.44 * 0.44) / (0.44 * 0.56);
    assertThat(coin.correlation(1024)).isCloseTo(expected, within(0.06));
    CoinMeasurement.check(coin, KEY.at(4), 8192, 0.02, 1, 256, 1024, 2048);
    FreeRunningCoin running = stuck.freeRunning("running", steady.cells(), steady.cells());
    CoinMeasurement.check(running, KEY.at(5), 8192, 0.05, 1, 256, 1024);
  }

  @Test
  void cellsAreStuckWhateverTheKeyOfABlock() {
    ResetCoin never = ResetCoin.of(new SpreadJunctions(0.5, 0.5, 0), PULSE, 1, 64);
    ResetCoin coin = new StuckCells(0.3, 0.2, StreamKey.root(8)).reset(never);
    BitSequence[] blocks = new BitSequence[40];
    for (int b = 0; b < blocks.length; b++) {
      blocks[b] = BitSequence.draw(coin, KEY.at(6).at(b), 64);
    }
    for (int c = 0; c < 64; c++) {
      double p = coin.cells().probability(c);
      int ones = 0;
      for (BitSequence block : blocks) {
        ones += block.bit(c);
      }
      assertThat(ones).isBetween(p == 1 ? 40 : p == 0 ? 0 : 1, p == 0 ? 0 : p == 1 ? 40 : 39);
    }
  }

  @Test
  void aTelegraphThresholdCorrelatesTossesExponentially() {
    // tau_0 = 30 and tau_1 = 10 tosses: c = exp(-1/30 - 1/10), P = 0.75 x 0.4 + 0.25 x 0.8 = 0.5.
    TelegraphCoin coin = new TelegraphCoin("telegraph", 0.4, 0.8, 30e-6, 10e-6, 1e-6);
    assertThat(coin.probabilityOfOne()).isCloseTo(0.5, within(1e-15));
    assertThat(coin.correlation(5))
        .isCloseTo(0.1875 * 0.16 / 0.25 * Math.exp(-5 / 30.0 - 0.5), within(1e-14));
    CoinMeasurement.check(coin, KEY.at(7), 16384, 0.01, 1, 2, 5, 20, 100);
  }

  @Test
  void aTelegraphFasterThanTheTossesLeavesABiasAndNoCorrelation() {
    TelegraphCoin coin = TelegraphCoin.of(PROBIT, PULSE, -0.02, 2e-7, 1e-7, 1e-5);
    assertThat(coin.correlation(1)).isZero();
    CoinMeasurement.check(coin, KEY.at(8), 16384, 0.01, 1, 2);
  }

  @Test
  void aWanderingThresholdCorrelatesTossesAsTheBivariateNormalSays() {
    GaussianWander wander = GaussianWander.slow(0.02, 200e-6);
    ThresholdResponse response = ThresholdResponse.of(PROBIT, PULSE, -1, wander.reachVolts());
    for (int hold : new int[] {1, 4, 16, 64, 128}) {
      FluctuatingCoin coin = new FluctuatingCoin("wander", response, wander, 1e-6, hold);
      assertThat(coin.correlation(1)).isBetween(0.15, 0.3);
      CoinMeasurement.check(coin, KEY.at(9).at(hold), 16384, 0.02, 1, hold, 100, 500);
    }
  }

  @Test
  void wanderMovesTheMeanOfACurvedResponse() {
    // E Phi((x + d)/w) = Phi(d / sqrt(s^2 + w^2)), within the error w^2/8 step^2 of straight lines.
    FluctuatingCoin coin = FluctuatingCoin.of(PROBIT, PULSE, GaussianWander.slow(0.02, 1e-3), 1e-6);
    assertThat(coin.holdTosses()).isEqualTo(32);
    double expected = NormalDistribution.cumulative(0.01 / Math.hypot(0.02, 0.025));
    assertThat(coin.probabilityOfOne()).isCloseTo(expected, within(1e-5));
  }

  @Test
  void flickerNoiseOfTheThresholdHasALongTail() {
    GaussianWander flicker = GaussianWander.flicker(0.02, 100e-6, 10e-3, 2);
    ThresholdResponse response = ThresholdResponse.of(PROBIT, PULSE, -1, flicker.reachVolts());
    FluctuatingCoin coin = new FluctuatingCoin("1/f", response, flicker, 1e-6, 4);
    assertThat(coin.correlation(1000)).isGreaterThan(0.25 * coin.correlation(1));
    CoinMeasurement.check(coin, KEY.at(10), 16384, 0.04, 1, 30, 300, 3000);
  }

  @Test
  void driftBetweenRecalibrationsAndSlowSinesHaveTheirCovariance() {
    for (PeriodicDrift drift :
        new PeriodicDrift[] {PeriodicDrift.ramp(20, 3e-3), PeriodicDrift.sine(0.03, 3e-3)}) {
      FluctuatingCoin coin = FluctuatingCoin.of(PROBIT, PULSE, drift, 1e-6);
      assertThat(coin.holdTosses()).isEqualTo(16);
      assertThat(coin.correlation(1500)).isNegative();
      CoinMeasurement.check(coin, KEY.at(11), 16384, 0.05, 1, 100, 1500, 3000);
    }
  }

  @Test
  void junctionsInTurnRepeatTheCorrelationOfOneAtMultiplesOfTheRow() {
    TelegraphCoin junction = new TelegraphCoin("telegraph", 0.3, 0.7, 5, 5, 1);
    InterleavedCoin coin = new InterleavedCoin(junction, 128);
    assertThat(coin.correlation(384)).isEqualTo(junction.correlation(3));
    assertThat(coin.correlation(100)).isZero();
    BitSequence bits = BitSequence.draw(coin, KEY, 128 * 100);
    for (int j = 0; j < 128; j++) {
      BitSequence own = BitSequence.draw(junction, KEY.at(j), 100);
      for (int toss = 0; toss < 100; toss++) {
        assertThat(bits.bit(128 * toss + j)).isEqualTo(own.bit(toss));
      }
    }
    CoinMeasurement.check(coin, KEY.at(12), 4096, 0.02, 1, 128, 256);
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> new TelegraphCoin("t", 0.1, 0.2, 0, 1, 1))
        .hasMessageStartingWith("mean stay at the low level must be positive");
    assertThatThrownBy(() -> new StuckCells(0.6, 0.6, KEY))
        .hasMessageStartingWith("share of cells stuck at 1 must be between 0 and 0.4");
    ThresholdResponse response = ThresholdResponse.of(PROBIT, PULSE, -1, 0);
    assertThatThrownBy(() -> new FluctuatingCoin("f", response, PeriodicDrift.sine(0, 1), 1e-6, 12))
        .hasMessageContaining("power of two");
    assertThatThrownBy(() -> new TelegraphCoin("t", 0.1, 0.2, 1, 1, 1).correlation(0))
        .hasMessageStartingWith("lag must be at least 1");
  }
}
