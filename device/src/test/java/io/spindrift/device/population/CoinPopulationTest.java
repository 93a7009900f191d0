package io.spindrift.device.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.MagneticState;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.DistributionAssert;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoinPopulationTest {
  private static final MagneticState P = MagneticState.PARALLEL;

  @Test
  void aFreelyRunningCoinIsATwoStateChain() {
    Coin coin = new Coin(0.2, 0.6, 0);
    // The stationary share x of AP solves x (1 - a) + (1 - x) b = x.
    double x = coin.antiparallelShare();
    assertThat(x * (1 - 0.6) + (1 - x) * 0.2).isCloseTo(x, within(1e-15));
    assertThat(x).isCloseTo(0.25, within(1e-15));
    assertThat(coin.lagOneCorrelation()).isCloseTo(0.2, within(1e-15));
    assertThat(coin.shareVariance()).isZero();
  }

  /** One chain of 400,000 tosses (seed 2): error of the share from 1 + 2 sum of correlations. */
  @Test
  void aSimulatedChainHasThatShareAndThatCorrelation() {
    Coin coin = new Coin(0.2, 0.6, 0);
    RandomStream random = StreamKey.root(2).open();
    int tosses = 400_000;
    boolean antiparallel = false;
    long count = 0;
    long stays = 0;
    for (int i = 0; i < tosses; i++) {
      boolean before = antiparallel;
      antiparallel ^= random.nextDouble() < (antiparallel ? 0.6 : 0.2);
      count += antiparallel ? 1 : 0;
      stays += antiparallel && before ? 1 : 0;
    }
    double q = 0.25;
    double error = Math.sqrt(q * (1 - q) / tosses * (1 + 0.2) / (1 - 0.2));
    assertThat((double) count / tosses).isCloseTo(coin.antiparallelShare(), within(4 * error));
    double lag = ((double) stays / tosses - q * q) / (q * (1 - q));
    assertThat(lag).isCloseTo(coin.lagOneCorrelation(), within(4 / Math.sqrt(tosses) * 1.5));
  }

  /** 20,000 counted coins of one kind (seed 3); the variances within four of their errors. */
  @Test
  void countingVariancesAreThoseThatCountingMakes() {
    int trials = 400;
    RandomStream random = StreamKey.root(3).open();
    double[] shares = new double[20_000];
    double[] lags = new double[shares.length];
    double shareVariance = 0;
    double lagVariance = 0;
    for (int i = 0; i < shares.length; i++) {
      Coin coin = new Coin(counted(random, 0.4, trials), counted(random, 0.7, trials), trials);
      shares[i] = coin.antiparallelShare();
      lags[i] = coin.lagOneCorrelation();
      shareVariance += coin.shareVariance() / shares.length;
      lagVariance += coin.lagOneVariance() / shares.length;
    }
    DistributionAssert.variance(lags, lagVariance, 4);
    // The share is a quotient: its variance is right to first order in 1/n, here 1 %.
    DistributionAssert.variance(shares, shareVariance, 5);
  }

  /**
   * True probabilities normal about 0.4 with sigma 0.03, counted in 100 trials (counting sigma
   * 0.049), 4,000 devices, seed 5; sigma within four of the errors that the readings state.
   */
  @Test
  void theSpreadBetweenDevicesIsFoundBelowTheCountingNoise() {
    RandomStream random = StreamKey.root(5).open();
    List<Coin> coins = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      double p = 0.4 + 0.03 * random.nextGaussian();
      coins.add(new Coin(counted(random, p, 100), 0.5, 100));
    }
    Readings readings = new CoinPopulation(coins).probability(P);
    assertThat(readings.countingSigma()).isCloseTo(0.049, within(0.001));
    assertThat(readings.readSigma()).isCloseTo(Math.hypot(0.03, 0.049), within(0.003));
    assertThat(readings.sigmaError()).isBetween(0.0005, 0.003);
    assertThat(readings.sigma()).isCloseTo(0.03, within(4 * readings.sigmaError()));
    double[] without = readings.withoutCounting();
    double mean = Arrays.stream(without).average().orElseThrow();
    double square = Arrays.stream(without).map(v -> (v - mean) * (v - mean)).sum() / 3_999;
    assertThat(Math.sqrt(square)).isCloseTo(readings.sigma(), within(1e-12));
  }

  @Test
  void alikeDevicesHaveNoSpreadWithinTheErrorThatIsStated() {
    RandomStream random = StreamKey.root(6).open();
    List<Coin> coins = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      coins.add(new Coin(counted(random, 0.5, 100), 0.5, 100));
    }
    Readings readings = new CoinPopulation(coins).probability(P);
    assertThat(readings.sigma()).isLessThan(2 * readings.sigmaError());
  }

  @Test
  void quantilesInterpolateAndYieldsCount() {
    List<Coin> coins = new ArrayList<>();
    for (int i = 0; i <= 100; i++) {
      coins.add(new Coin(i / 100.0, 0.5, 0));
    }
    CoinPopulation population = new CoinPopulation(coins);
    Readings bias = population.resetBias(P);
    assertThat(bias.quantile(0.25)).isCloseTo(-0.25, within(1e-12));
    assertThat(bias.quantile(0.255)).isCloseTo(-0.245, within(1e-12));
    CoinPopulation.Yield yield = CoinPopulation.yield(bias, 0.1 + 1e-12);
    assertThat(yield.share()).isCloseTo(21.0 / 101, within(1e-12));
    assertThat(yield.withoutCounting()).isEqualTo(yield.share());
    assertThat(yield.standardError()).isCloseTo(0.04, within(0.001));
    assertThatThrownBy(() -> CoinPopulation.yield(bias, -0.1)).hasMessageContaining("tolerance");
  }

  @Test
  void aHistogramHoldsEveryDeviceInTheBinOfItsShare() {
    List<Coin> coins = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      coins.add(new Coin((i % 10) / 100.0 + 0.3, 0.5, 100));
    }
    Histogram histogram = new CoinPopulation(coins).probability(P).histogram(0.01);
    assertThat(histogram.low()).isCloseTo(0.3, within(1e-12));
    assertThat(histogram.counts().subList(0, 8)).containsOnly(100L);
    assertThat(histogram.counts().stream().mapToLong(c -> c).sum()).isEqualTo(1_000);
    Readings alike = new Readings(new double[] {0.5, 0.5}, new double[2]);
    assertThat(alike.histogram().counts()).containsExactly(2L);
  }

  @Test
  void aDeviceThatNeverSwitchesIsNoFreelyRunningCoin() {
    CoinPopulation population =
        new CoinPopulation(List.of(new Coin(0, 0, 10), new Coin(0.5, 0.5, 10)));
    assertThat(population.stuck()).isEqualTo(1);
    assertThat(population.freeBias().orElseThrow().devices()).isEqualTo(1);
    assertThat(new CoinPopulation(List.of(new Coin(0, 0, 10))).freeBias()).isEmpty();
  }

  private static double counted(RandomStream random, double probability, int trials) {
    int count = 0;
    for (int i = 0; i < trials; i++) {
      count += random.nextDouble() < probability ? 1 : 0;
    }
    return (double) count / trials;
  }
}
