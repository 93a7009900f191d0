package io.spindrift.device.measured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.device.MagneticState;
import io.spindrift.device.compact.CompactFitSwitching;
import io.spindrift.device.spec.CompactFitDevice;
import io.spindrift.device.spec.DeviceLoader;
import io.spindrift.device.table.CountTable;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.numerics.statistics.WilsonInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** A table becomes a model that keeps to its counts. */
final class MeasuredSwitchingModelTest {
  private static final long MANY = 1_000_000_000L;

  @Test
  void everyCountIsItsOwnProbabilityWithWilsonsInterval() {
    MeasuredSwitchingModel model = model(counted(1.2, 1000, 0.1, 0.9, 0.5));
    ProbabilityBand band = model.band(MagneticState.PARALLEL, 1.2, 2e-9, 300, 1.96);
    WilsonInterval wilson = WilsonInterval.of(900, 1000, 1.96);
    assertThat(band.probability()).isCloseTo(0.9, within(1e-12));
    assertThat(band.low()).isCloseTo(wilson.low(), within(1e-12));
    assertThat(band.high()).isCloseTo(wilson.high(), within(1e-12));
  }

  /** P = sin^2(pi t/(2 ns)), 8 points a period: between points the angle is a straight line. */
  @Test
  void aPrecessionComesBackBetweenItsTurningPoints() {
    DoubleUnaryOperator law = t -> Math.pow(Math.sin(Math.PI * t / 2), 2);
    double[] shares = new double[20];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = law.applyAsDouble((i + 1) * 0.25);
    }
    List<CountTable.Row> rows = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      rows.add(row(1.2, (i + 1) * 0.25e-9, MANY, shares[i]));
    }
    MeasuredSwitchingModel model = model(rows);
    for (double t = 0.25; t <= 5; t += 0.01) {
      double p = model.probability(MagneticState.PARALLEL, 1.2, t * 1e-9, 300, -1);
      assertThat(p).as("at %s ns", t).isCloseTo(law.applyAsDouble(t), within(0.035));
    }
  }

  /** 200 random tables of few counts, seed 2. */
  @Test
  void noProbabilityAndNoBandLeavesTheUnitInterval() {
    RandomStream random = StreamKey.root(2).purpose("tables").open();
    for (int trial = 0; trial < 200; trial++) {
      List<CountTable.Row> rows = new ArrayList<>();
      for (double v : new double[] {1, 1.1, 1.25, 1.3}) {
        for (int i = 1; i <= 5; i++) {
          rows.add(row(v, i * 1e-9, 10, Math.round(10 * random.nextDouble()) / 10.0));
        }
      }
      MeasuredSwitchingModel model = model(rows);
      for (int k = 0; k < 50; k++) {
        ProbabilityBand band =
            model.band(
                MagneticState.PARALLEL,
                1 + 0.3 * random.nextDouble(),
                1e-9 * (1 + 4 * random.nextDouble()),
                300,
                3);
        assertThat(band.low()).isBetween(0.0, band.probability());
        assertThat(band.high()).isBetween(band.probability(), 1.0);
      }
    }
  }

  @Test
  void betweenVoltagesItIsMonotoneWhereTheCountsAre() {
    List<CountTable.Row> rows = new ArrayList<>();
    double[] shares = {0.02, 0.1, 0.85, 0.97};
    for (int i = 0; i < 4; i++) {
      rows.add(row(1 + 0.1 * i, 1e-9, MANY, shares[i]));
      rows.add(row(1 + 0.1 * i, 2e-9, MANY, shares[i]));
    }
    MeasuredSwitchingModel model = model(rows);
    double before = 0;
    for (double v = 1; v <= 1.3; v += 0.005) {
      double p = model.probability(MagneticState.PARALLEL, v, 1.5e-9, 300, -1);
      assertThat(p).isGreaterThanOrEqualTo(before);
      before = p;
    }
    assertThat(before).isBetween(0.96, 0.97 + 1e-9);
  }

  /** The reach of the angle goes in a straight line from a voltage to the next. */
  @Test
  void theBandIsNarrowerNearTheVoltageThatWasCountedMore() {
    MeasuredSwitchingModel model = model(List.of(row(1, 1e-9, 10, 0.5), row(1.2, 1e-9, 1000, 0.5)));
    double few = Math.PI / 4 - Math.asin(Math.sqrt(WilsonInterval.of(5, 10, 1).low()));
    double many = Math.PI / 4 - Math.asin(Math.sqrt(WilsonInterval.of(500, 1000, 1).low()));
    ProbabilityBand band = model.band(MagneticState.PARALLEL, 1.15, 1e-9, 300, 1);
    double reach = 0.25 * few + 0.75 * many;
    assertThat(band.low()).isCloseTo(Math.pow(Math.sin(Math.PI / 4 - reach), 2), within(1e-12));
    assertThat(band.probability()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void nothingIsExtrapolated() {
    List<CountTable.Row> rows = new ArrayList<>(counted(1.2, 100, 0.1, 0.5, 0.9));
    rows.addAll(counted(1.3, 100, 0.1, 0.5).subList(0, 2));
    MeasuredSwitchingModel model = model(rows);
    refuses(
        model, MagneticState.PARALLEL, 1.19, 1e-9, 300, "voltage must be between 1.2 V and 1.3 V");
    refuses(model, MagneticState.PARALLEL, 1.2, 3.1e-9, 300, "pulse must be between 1 ns and 3 ns");
    refuses(model, MagneticState.PARALLEL, 1.25, 2.5e-9, 300, "measured on mine at 1.3 V");
    refuses(model, MagneticState.PARALLEL, 1.2, 1e-9, 310, "temperature must be 300 K");
    refuses(model, MagneticState.PARALLEL, Double.NaN, 1e-9, 300, "voltage must be finite");
    refuses(model, MagneticState.ANTIPARALLEL, 1.2, 1e-9, 300, "no pulses on the antiparallel");
  }

  /**
   * The compact fit of docs/physics/compact-fit.md as a table of 10^9 pulses a row on 40 mV and 0.1
   * ns; between the points, where the step of the fit is 0.2 to 0.3 ns wide (20-80 %), it comes
   * back to 0.006.
   */
  @Test
  void theCompactFitComesBackFromItsTable() {
    CompactFitDevice fit =
        (CompactFitDevice) DeviceLoader.load("measured-compact-fit", List.of()).spec();
    CompactFitSwitching truth = new CompactFitSwitching(fit, StreamKey.root(1));
    StringBuilder csv =
        new StringBuilder("from_state,voltage_volts,pulse_seconds,trials,switched\n");
    for (MagneticState from : MagneticState.values()) {
      for (int i = 0; i <= 16; i++) {
        for (int k = 7; k <= 40; k++) {
          double v = 1.28 + 0.04 * i;
          double t = 1e-10 * k;
          double p = truth.probability(from, v, t, 300, -1);
          csv.append(from == MagneticState.PARALLEL ? "P" : "AP")
              .append("," + v + "," + t + "," + MANY + "," + Math.round(p * MANY) + "\n");
        }
      }
    }
    MeasuredSwitchingModel model =
        new MeasuredSwitchingModel("mine", CountTable.parse(csv.toString(), "table"), 300);
    double atPoints = 0;
    double between = 0;
    for (MagneticState from : MagneticState.values()) {
      for (double v = 1.28; v <= 1.92; v += 0.01) {
        for (double t = 0.7; t <= 4; t += 0.025) {
          double p = model.probability(from, v, t * 1e-9, 300, -1);
          double error = Math.abs(p - truth.probability(from, v, t * 1e-9, 300, -1));
          between = Math.max(between, error);
        }
      }
      for (int k = 7; k <= 40; k++) {
        double p = model.probability(from, 1.44, k * 1e-10, 300, -1);
        double exact = truth.probability(from, 1.44, k * 1e-10, 300, -1);
        atPoints = Math.max(atPoints, Math.abs(p - exact));
      }
    }
    assertThat(atPoints).isLessThan(2e-9);
    assertThat(between).isLessThan(0.006);
  }

  private static void refuses(
      MeasuredSwitchingModel model,
      MagneticState from,
      double volts,
      double seconds,
      double kelvin,
      String words) {
    assertThatThrownBy(() -> model.probability(from, volts, seconds, kelvin, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }

  private static List<CountTable.Row> counted(double volts, long trials, double... shares) {
    List<CountTable.Row> rows = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      rows.add(row(volts, (i + 1) * 1e-9, trials, shares[i]));
    }
    return rows;
  }

  private static CountTable.Row row(double volts, double pulse, long trials, double share) {
    return new CountTable.Row(volts, pulse, false, trials, Math.round(share * trials));
  }

  private static MeasuredSwitchingModel model(List<CountTable.Row> rows) {
    return new MeasuredSwitchingModel("mine", new CountTable(rows), 300);
  }

  private static org.assertj.core.data.Offset<Double> within(double tolerance) {
    return org.assertj.core.data.Offset.offset(tolerance);
  }
}
