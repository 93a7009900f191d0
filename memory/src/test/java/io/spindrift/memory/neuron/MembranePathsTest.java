package io.spindrift.memory.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.coin.CellProbabilities;
import io.spindrift.entropy.coin.FreeRunningCoin;
import io.spindrift.entropy.coin.KeyedCoin;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.DistributionAssert;
import java.util.Arrays;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;

/** Deviations of 5 errors over 400 paths: false alarm 1e-6 each, about 3e-5 in this class. */
class MembranePathsTest {
  private static final StreamKey KEY = StreamKey.root(41).purpose("neuron");
  private static final int LAGS = 12;

  private static MembranePaths run(
      LeakyNeuron neuron, BitSource coins, int paths, int steps, int threads) {
    try (Workers workers = new Workers(threads)) {
      return MembranePaths.run(
          neuron,
          coins,
          KEY,
          paths,
          200,
          steps,
          new Ledger().stage("neuron"),
          workers,
          Progress.NONE);
    }
  }

  private static void agree(MembranePaths paths, MembraneLaw law) {
    MembraneMeasure measure = MembraneMeasure.of(paths, law.mean(), LAGS);
    assertThat(measure.mean().deviation(law.mean())).as("mean").isBetween(-5.0, 5.0);
    assertThat(measure.variance().deviation(law.variance())).as("variance").isBetween(-5.0, 5.0);
    for (int lag = 0; lag <= LAGS; lag++) {
      double expected = law.variance() * law.autocorrelation(lag);
      assertThat(measure.autocovariance()[lag].deviation(expected))
          .as("lag %s", lag)
          .isBetween(-5.0, 5.0);
    }
    // what can be told apart at all: 5 errors are below 5 % of the variance
    assertThat(measure.variance().error() / law.variance()).isLessThan(0.01);
  }

  @Test
  void everyStepIsTheRecursionWrittenOut() {
    LeakyNeuron neuron = new LeakyNeuron(70, 0.01, 0.4, 1e-9, 4e-9);
    BitSource coins = new KeyedCoin(0.4);
    MembranePaths paths = run(neuron, coins, 2, 50, 1);
    long[] words = new long[(250 * 70 + 63) / 64];
    coins.fill(KEY.at(1), words, 250 * 70);
    double v = 0;
    for (int n = 0; n < 250; n++) {
      int ones = 0;
      for (int bit = 70 * n; bit < 70 * (n + 1); bit++) {
        ones += (int) (words[bit / 64] >>> (bit % 64)) & 1;
      }
      v = 0.75 * v + 0.01 * (ones - 28);
      if (n >= 200) {
        assertThat(paths.volts()[1][n - 200]).isCloseTo(v, within(1e-12));
      }
    }
  }

  @Test
  void independentCoinsFollowTheFirstOrderProcess() {
    LeakyNeuron neuron = new LeakyNeuron(16, 0.01, 0.5, 1e-9, 8e-9);
    agree(run(neuron, new KeyedCoin(0.5), 400, 2000, 2), new MembraneLaw(neuron, 0.5, 0));
  }

  @Test
  void biasedCoinsShiftTheMeanUntilTheyAreCentred() {
    LeakyNeuron fair = new LeakyNeuron(16, 0.01, 0.5, 1e-9, 8e-9);
    MembraneLaw shifted = new MembraneLaw(fair, 0.465, 0);
    assertThat(shifted.mean()).isCloseTo(-0.0448, within(1e-12));
    agree(run(fair, new KeyedCoin(0.465), 400, 2000, 2), shifted);
    LeakyNeuron centred = new LeakyNeuron(16, 0.01, 0.465, 1e-9, 8e-9);
    agree(run(centred, new KeyedCoin(0.465), 400, 2000, 2), new MembraneLaw(centred, 0.465, 0));
  }

  /** Pulsed without reset: a = 0.3 and b = 0.2 make a share of 0.4 and a correlation of 0.5. */
  @Test
  void freelyRunningJunctionsFollowTheSecondOrderProcess() {
    for (double[] pulse : new double[][] {{0.3, 0.2}, {0.9, 0.8}}) {
      double[] back = new double[64];
      double[] out = new double[64];
      Arrays.fill(back, pulse[0]);
      Arrays.fill(out, pulse[1]);
      FreeRunningCoin coin =
          new FreeRunningCoin(
              "junctions", CellProbabilities.of(back, 64), CellProbabilities.of(out, 64));
      LeakyNeuron neuron = new LeakyNeuron(64, 0.01, coin.probabilityOfOne(), 1e-9, 8e-9);
      MembraneLaw law = new MembraneLaw(neuron, coin.probabilityOfOne(), coin.lagOneCorrelation(0));
      agree(run(neuron, coin, 400, 2000, 2), law);
    }
  }

  /**
   * One point of each of 8,000 paths: 100 steps and 200 before are many time constants. The lattice
   * of the binomial is far below what such a sample resolves.
   */
  @Test
  void theStationaryLawIsNormalAsFarAsItsKurtosisAllows() {
    LeakyNeuron neuron = new LeakyNeuron(64, 0.01, 0.5, 1e-9, 8e-9);
    MembraneLaw law = new MembraneLaw(neuron, 0.5, 0);
    assertThat(law.excessKurtosis()).isBetween(-0.01, 0.0);
    MembranePaths paths = run(neuron, new KeyedCoin(0.5), 8000, 1, 2);
    double[] last = Arrays.stream(paths.volts()).mapToDouble(path -> path[0]).toArray();
    double deviation = Math.sqrt(law.variance());
    DistributionAssert.follows(last, v -> 0.5 * Erf.erfc(-v / deviation / Math.sqrt(2)), 1e-5);
  }

  @Test
  void threadsAndTheNumberOfPathsChangeNothing() {
    LeakyNeuron neuron = new LeakyNeuron(5, 0.01, 0.5, 1e-9, 8e-9);
    double[][] one = run(neuron, new KeyedCoin(0.5), 9, 40, 1).volts();
    assertThat(run(neuron, new KeyedCoin(0.5), 9, 40, 3).volts()).isDeepEqualTo(one);
    assertThat(run(neuron, new KeyedCoin(0.5), 9, 40, 8).volts()).isDeepEqualTo(one);
    assertThat(run(neuron, new KeyedCoin(0.5), 4, 40, 2).volts()[3]).isEqualTo(one[3]);
  }

  @Test
  void integratingIsCounted() {
    Ledger.Stage stage = new Ledger().stage("neuron");
    try (Workers workers = new Workers(1)) {
      MembranePaths.run(
          new LeakyNeuron(5, 0.01, 0.5, 1e-9, 8e-9),
          new KeyedCoin(0.5),
          KEY,
          3,
          10,
          40,
          stage,
          workers,
          Progress.NONE);
    }
    assertThat(stage.count(Action.BIT_COUNT)).isEqualTo(3 * 50 * 5);
    assertThat(stage.count(Action.MULTIPLY_ACCUMULATE)).isEqualTo(3 * 50);
  }

  @Test
  void tooLongAPathIsRefused() {
    LeakyNeuron neuron = new LeakyNeuron(60_000, 0.01, 0.5, 1e-9, 8e-9);
    assertThatThrownBy(() -> run(neuron, new KeyedCoin(0.5), 1, 20_000, 1))
        .hasMessageContaining("coins of a path must be at most");
  }
}
