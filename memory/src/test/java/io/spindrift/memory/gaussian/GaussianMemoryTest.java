package io.spindrift.memory.gaussian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.MagneticState;
import io.spindrift.entropy.gaussian.BinomialLattice;
import io.spindrift.memory.array.ArrayShape;
import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.CellFaults;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.memory.array.FlipTable;
import io.spindrift.memory.array.RowReader;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.DistributionAssert;
import org.junit.jupiter.api.Test;

class GaussianMemoryTest {
  private static final StreamKey KEY = StreamKey.root(11).purpose("gaussian memory");
  private static final int COLUMNS = 4096;

  /** Variances that grow by a factor, as those of a schedule do. */
  private static double[] growing(double first, double factor, int steps) {
    double[] variances = new double[steps];
    for (int t = 0; t < steps; t++) {
      variances[t] = first * (Math.pow(factor, t + 1) - 1) / (factor - 1);
    }
    return variances;
  }

  private static GaussianPlan plan(double centre) {
    return GaussianPlan.of(growing(3, 1.6, 16), -128, 128, 2, 64, centre);
  }

  private static double[][] run(
      GaussianPlan plan, double share, NoiseAdder adder, CellKinds kinds, double[] picture) {
    FlipTable coin = FlipTable.asymmetric(share, 0.5);
    return run(plan, coin, adder, kinds, picture, KEY.at(3));
  }

  private static double[][] run(
      GaussianPlan plan,
      FlipTable coin,
      NoiseAdder adder,
      CellKinds kinds,
      double[] picture,
      StreamKey key) {
    CellArray array =
        new CellArray(
            new ArrayShape(GaussianMemory.rows(plan, adder) + 5, COLUMNS), kinds, CellFaults.NONE);
    GaussianMemory memory = new GaussianMemory(array, 5, plan, coin, adder, key);
    Ledger.Stage stage = new Ledger().stage("memory");
    memory.store(picture, stage);
    double[][] noise = new double[plan.steps() + 1][COLUMNS];
    memory.read(noise[0], RowReader.IDEAL, stage);
    for (int t = 1; t <= plan.steps(); t++) {
      memory.step(stage);
      memory.read(noise[t], RowReader.IDEAL, stage);
    }
    for (double[] step : noise) {
      for (int c = 0; c < COLUMNS; c++) {
        step[c] -= picture[c];
      }
    }
    return noise;
  }

  private static double[] picture() {
    double[] picture = new double[COLUMNS];
    for (int c = 0; c < COLUMNS; c++) {
      picture[c] = c % 256 - 127.5;
    }
    return picture;
  }

  @Test
  void thePlanKeepsTheVarianceWithinHalfACoinOfTheSchedule() {
    double[] variances = growing(3, 1.6, 16);
    GaussianPlan plan = plan(0.5);
    for (int t = 1; t <= 16; t++) {
      double worth = plan.format().value(plan.doses().get(t - 1).worth());
      assertThat(new GaussianLaw(plan, t, 0.5).variance())
          .isCloseTo(variances[t - 1], within(worth * worth / 8 + 1e-9));
      assertThat(plan.doses().get(t - 1).coins()).isBetween(16, 64);
    }
    assertThat(plan.format().bits()).isEqualTo(14);
  }

  /** The extremes: every coin down, every coin up. Nothing wraps in either. */
  @Test
  void noOutcomeLeavesTheFormat() {
    for (double share : new double[] {0, 1}) {
      double[][] noise =
          run(plan(0.5), share, PeripheryAdder.ideal(), CellKinds.nominal(), picture());
      for (int t = 0; t <= 16; t++) {
        double expected = new GaussianLaw(plan(0.5), t, share).mean();
        double rounding = Math.abs(noise[0][0]);
        assertThat(rounding).isLessThanOrEqualTo(0.125);
        for (double value : noise[t]) {
          assertThat(value).isCloseTo(expected, within(0.126));
        }
      }
    }
  }

  @Test
  void bothAddersDiffuseAlikeBitForBit() {
    double[][] periphery =
        run(plan(0.47), 0.465, PeripheryAdder.ideal(), CellKinds.nominal(), picture());
    double[][] memory = run(plan(0.47), 0.465, MemoryAdder.ideal(), CellKinds.nominal(), picture());
    assertThat(memory).isDeepEqualTo(periphery);
  }

  /**
   * 4,096 numbers, 16 steps, mean and variance at 5 errors: false alarm 2e-5; chi-square at 1e-5.
   */
  @Test
  void everyStepHasTheMeanVarianceAndLawOfTheory() {
    double[][] noise = run(plan(0.5), 0.5, PeripheryAdder.ideal(), CellKinds.nominal(), picture());
    for (int t = 1; t <= 16; t++) {
      GaussianLaw law = new GaussianLaw(plan(0.5), t, 0.5);
      DistributionAssert.mean(noise[t], law.mean(), 5);
      DistributionAssert.variance(noise[t], law.variance(), 5);
      assertThat(NoiseCells.of(noise[t], law, 16).pValue()).as("step %s", t).isGreaterThan(1e-5);
    }
  }

  /** P(1) = 0.465: taken for fair it drifts, centred on its own share it does not. */
  @Test
  void theBiasOfACoinIsSeenAndCalibratedAway() {
    double[][] fair = run(plan(0.5), 0.465, PeripheryAdder.ideal(), CellKinds.nominal(), picture());
    GaussianLaw biased = new GaussianLaw(plan(0.5), 16, 0.465);
    assertThat(biased.mean()).isLessThan(-0.5 * Math.sqrt(biased.variance()));
    DistributionAssert.mean(fair[16], biased.mean(), 5);
    double[][] centred =
        run(plan(0.465), 0.465, PeripheryAdder.ideal(), CellKinds.nominal(), picture());
    GaussianLaw calibrated = new GaussianLaw(plan(0.465), 16, 0.465);
    assertThat(calibrated.mean()).isZero();
    DistributionAssert.mean(centred[16], 0, 5);
    DistributionAssert.variance(centred[16], calibrated.variance(), 5);
    assertThat(NoiseCells.of(centred[16], calibrated, 16).pValue()).isGreaterThan(1e-5);
    // and the test sees the bias when it is taken for fair
    assertThat(NoiseCells.of(fair[16], calibrated, 16).pValue()).isLessThan(1e-100);
  }

  @Test
  void theSeriesAgreesWithTheExactBinomialLaw() {
    for (int k : new int[] {16, 64}) {
      for (double p : new double[] {0.5, 0.35}) {
        double[] one = {k * p * (1 - p)};
        GaussianPlan plan = GaussianPlan.of(one, -1, 1, 0, k, p);
        GaussianLaw law = new GaussianLaw(plan, 1, p);
        BinomialLattice exact = new BinomialLattice(k, p, k * p, 1);
        assertThat(law.variance()).isCloseTo(exact.variance(), within(1e-12));
        assertThat(law.skewness()).isCloseTo(exact.skewness(), within(1e-12));
        assertThat(law.excessKurtosis()).isCloseTo(exact.excessKurtosis(), within(1e-12));
        for (int ones = 0; ones < k; ones++) {
          double end = law.between(ones - k * p);
          assertThat(end).isCloseTo(ones + 0.5 - k * p, within(1e-9));
          assertThat(law.cumulative(end))
              .as("%s of %s at %s", ones, k, p)
              .isCloseTo(exact.cumulative(end), within(k == 16 ? 5e-4 : 1e-4));
        }
      }
    }
  }

  /**
   * A last step far above all before it: the law is a comb, and the test knows. False alarm 1e-5.
   */
  @Test
  void aScheduleOfFewStepsHasACombForALaw() {
    double[] variances = {1e4, 2e5, 4e7};
    GaussianPlan plan = GaussianPlan.of(variances, -128, 128, 2, 64, 0.465);
    double[][] noise = run(plan, 0.465, PeripheryAdder.ideal(), CellKinds.nominal(), picture());
    for (int t = 1; t <= 3; t++) {
      GaussianLaw law = new GaussianLaw(plan, t, 0.465);
      NoiseCells cells = NoiseCells.of(noise[t], law, 24);
      assertThat(cells.counts().length).isGreaterThan(8);
      assertThat(cells.pValue()).as("step %s", t).isGreaterThan(1e-5);
    }
  }

  /** Junctions that differ: the same coin row errs alike in every step. 5 errors. */
  @Test
  void aSpreadOfJunctionsAddsAVarianceThatRepetitionDoesNotAverage() {
    CellKinds kinds = new CellKinds(1024, KEY.purpose("variation"));
    FlipTable coin = FlipTable.of(kinds, (kind, from) -> 0.4 + 0.2 * (kind % 256) / 255.0);
    GaussianPlan plan = plan(coin.mean(MagneticState.PARALLEL));
    double[][] noise = run(plan, coin, PeripheryAdder.ideal(), kinds, picture(), KEY.at(4));
    GaussianLaw law = new GaussianLaw(plan, 16, coin.mean(MagneticState.PARALLEL));
    double spread = law.spreadVariance(kinds, coin);
    assertThat(spread / law.variance()).isGreaterThan(0.03);
    double within = 0;
    for (int kind = 0; kind < 1024; kind++) {
      double p = coin.probability(kind, MagneticState.PARALLEL);
      within += p * (1 - p) / 1024;
    }
    double tossed = law.variance() * within / 0.25;
    DistributionAssert.variance(noise[16], tossed + spread, 5);
  }

  @Test
  void noiseBelongsToThePictureAndTheStepAlone() {
    FlipTable coin = FlipTable.uniform(0.5);
    double[][] one =
        run(plan(0.5), coin, PeripheryAdder.ideal(), CellKinds.nominal(), picture(), KEY.at(1));
    double[][] again =
        run(plan(0.5), coin, PeripheryAdder.ideal(), CellKinds.nominal(), picture(), KEY.at(1));
    double[][] other =
        run(plan(0.5), coin, PeripheryAdder.ideal(), CellKinds.nominal(), picture(), KEY.at(2));
    assertThat(again).isDeepEqualTo(one);
    double product = 0;
    for (int c = 0; c < COLUMNS; c++) {
      product += one[16][c] * other[16][c];
    }
    double correlation = product / COLUMNS / new GaussianLaw(plan(0.5), 16, 0.5).variance();
    assertThat(correlation).isBetween(-5 / Math.sqrt(COLUMNS), 5 / Math.sqrt(COLUMNS));
  }

  @Test
  void aStepCountsItsPulses() {
    GaussianPlan plan = GaussianPlan.of(new double[] {4, 8}, -8, 8, 0, 16, 0.5);
    assertThat(plan.doses()).containsExactly(new NoiseDose(16, 0), new NoiseDose(16, 0));
    CellArray array = new CellArray(new ArrayShape(64, 64), CellKinds.nominal(), CellFaults.NONE);
    GaussianMemory memory =
        new GaussianMemory(array, 0, plan, FlipTable.uniform(0.5), PeripheryAdder.ideal(), KEY);
    Ledger.Stage stage = new Ledger().stage("step");
    memory.store(new double[64], new Ledger().stage("store"));
    memory.step(stage);
    assertThat(stage.count(Action.RESET_PULSE)).isEqualTo(16 * 64);
    assertThat(stage.count(Action.COIN_PULSE)).isEqualTo(16 * 64);
    assertThat(stage.count(Action.FULL_ADD)).isEqualTo(64L * plan.format().bits());
    assertThat(array.wear(plan.format().bits())).isEqualTo(2);
    memory.step(stage);
    assertThatThrownBy(() -> memory.step(stage)).hasMessageContaining("all are made");
    assertThatThrownBy(() -> GaussianPlan.of(new double[] {4, 3}, -8, 8, 0, 16, 0.5))
        .hasMessageContaining("must never fall");
  }
}
