package io.spindrift.device.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.device.CheckDevice;
import io.spindrift.device.dynamics.EffectiveField;
import io.spindrift.device.fit.FitOutcome.Fitted;
import io.spindrift.device.fit.FitOutcome.NotIdentified;
import io.spindrift.device.spec.BiasField;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.table.FieldAxis;
import io.spindrift.device.table.FieldResistanceTable;
import io.spindrift.device.transport.JunctionConductance;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Resistance in a field: its closed form, and the numbers of a device from synthetic readings. */
final class ResistanceFitTest {
  private static final ResistancePredictor MODEL = new ResistancePredictor(300);
  private static final MacrospinDevice TRUTH = CheckDevice.free();
  private static final double NOISE = 0.003;
  private static final String RA = "barrier.resistanceAreaProduct";
  private static final String TMR = "barrier.tmr";
  private static final String HALF = "barrier.halfVoltage";
  private static final String KI = "freeLayer.interfaceAnisotropy";

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, -0.6, 0.95, 0.999})
  void theConductanceFollowsTheTilt(double share) {
    for (double volts : new double[] {0.02, -0.5}) {
      double bk = EffectiveField.uniaxialTesla(TRUTH, volts);
      double cosine = Math.sqrt(1 - share * share);
      JunctionConductance law = JunctionConductance.of(TRUTH);
      double parallel = law.parallelOhms();
      double eta2 = law.tmr(volts) / (2 + law.tmr(volts));
      double[] found =
          MODEL.ohms(
              TRUTH,
              new FieldResistanceTable(
                  List.of(
                      new FieldResistanceTable.Row(share * bk, FieldAxis.X, volts, false, 1),
                      new FieldResistanceTable.Row(share * bk, FieldAxis.Y, volts, true, 1))));
      double mean = parallel * (1 + eta2);
      assertThat(found[0]).isCloseTo(mean / (1 + eta2 * cosine), Offset.offset(1e-6 * parallel));
      assertThat(found[1]).isCloseTo(mean / (1 - eta2 * cosine), Offset.offset(1e-6 * parallel));
    }
  }

  @Test
  void theDevicesOwnFieldAddsToTheAppliedOne() {
    MacrospinDevice biased = TRUTH.withBiasField(new BiasField(0.004, 0, 0));
    double[] found = MODEL.ohms(biased, sweep(new double[] {0.006}, 0.02));
    double[] free = MODEL.ohms(TRUTH, sweep(new double[] {0.010}, 0.02));
    assertThat(found).containsExactly(free, Offset.offset(1e-6 * free[0]));
  }

  /**
   * 60 measurements with the seeds 1 to 60, 3 numbers each, 84 readings with 0.3 % noise. Student's
   * law with 81 degrees of freedom puts 95.1 % within two standard errors, 171.2 +- 2.9 of 180 if
   * independent; the three of one measurement are correlated, so that the interval is four times
   * sqrt 3 errors wide to either side. False-alarm probability below 1e-3.
   */
  @Test
  void theTrueValuesLieWithinTwoStandardErrorsAsOftenAsTheyShould() {
    double[] values = {200e-12, 0.572, 1.0056364e-3};
    int inside = 0;
    double error = 0;
    for (int seed = 1; seed <= 60; seed++) {
      FieldResistanceTable data = noisy(TRUTH, sweep(fields(0.7, 42), 0.02), seed);
      Fitted fitted = fitted(start(), data, RA, TMR, KI);
      for (int j = 0; j < values.length; j++) {
        FittedParameter p = fitted.parameters().get(j);
        inside += Math.abs(p.value() - values[j]) <= 2 * p.standardError() ? 1 : 0;
      }
      error += fitted.goodness().relativeError() / 60;
    }
    assertThat(inside).isBetween(152, 180);
    // 60 x 81 residuals: the mean of the found noise is known to 1 %.
    assertThat(error).isBetween(0.96 * NOISE, 1.04 * NOISE);
  }

  /** Five numbers, a sweep at each of three biases, seed 62; each within three standard errors. */
  @Test
  void biasDependenceAndABiasFieldComeBackToo() {
    MacrospinDevice truth = TRUTH.withBiasField(new BiasField(0.003, 0, 0.001));
    List<FieldResistanceTable.Row> rows = new ArrayList<>();
    for (double volts : new double[] {0.02, -0.5, -1}) {
      rows.addAll(sweep(fields(0.8, 30), volts).rows());
    }
    FieldResistanceTable data = noisy(truth, new FieldResistanceTable(rows), 62);
    MacrospinDevice start = start().withBiasField(new BiasField(0.001, 0, 0.0005));
    List<FreeParameter> free =
        List.of(
            FreeParameter.of(start, RA),
            FreeParameter.of(start, TMR),
            FreeParameter.of(start, HALF),
            FreeParameter.of(start, KI),
            FreeParameter.of(start, "biasField.x", -0.01, 0.01));
    MacrospinDevice known = start.withBiasField(new BiasField(0.001, 0, 0.001));
    Fitted fitted =
        (Fitted) ParameterFit.resistance(new FreeDevice(known, free), data, MODEL, Progress.NONE);
    double[] values = {200e-12, 0.572, 1.407, 1.0056364e-3, 0.003};
    for (int j = 0; j < values.length; j++) {
      FittedParameter p = fitted.parameters().get(j);
      assertThat((p.value() - values[j]) / p.standardError()).as(p.path()).isBetween(-3.0, 3.0);
      assertThat(p.standardError()).isPositive();
    }
  }

  @Test
  void anisotropyNeedsAFieldAcrossTheEasyAxis() {
    List<FieldResistanceTable.Row> rows = new ArrayList<>();
    for (double field : fields(0.4, 20)) {
      for (boolean ap : new boolean[] {false, true}) {
        rows.add(new FieldResistanceTable.Row(field, FieldAxis.Z, 0.02, ap, 1));
      }
    }
    NotIdentified open = open(noisy(TRUTH, new FieldResistanceTable(rows), 63), RA, TMR, KI);
    assertThat(open.paths()).containsExactly(KI);
    assertThat(open.sentence()).contains("no row has a field across the easy axis");
  }

  @Test
  void oneBiasDoesNotTellTheHalfVoltageFromTheMagnetoresistance() {
    NotIdentified open = open(noisy(TRUTH, sweep(fields(0.7, 20), 0.1), 64), RA, TMR, HALF, KI);
    assertThat(open.paths()).containsExactly(TMR, HALF);
    assertThat(open.sentence()).contains("the table holds one bias");
  }

  @Test
  void oneStateInNoFieldDoesNotTellTheMagnetoresistance() {
    List<FieldResistanceTable.Row> rows = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      rows.add(new FieldResistanceTable.Row(0, FieldAxis.X, 0.02, false, 1));
    }
    NotIdentified open = open(noisy(TRUTH, new FieldResistanceTable(rows), 65), RA, TMR);
    assertThat(open.paths()).containsExactly(TMR);
  }

  @Test
  void aStartWithoutAWellWhereOneWasReadIsRefused() {
    FieldResistanceTable data = noisy(TRUTH, sweep(fields(0.7, 42), 0.02), 66);
    MacrospinDevice low = TRUTH.withFreeLayer(TRUTH.freeLayer().withInterfaceAnisotropy(0.98e-3));
    assertThatThrownBy(() -> fit(low, data, RA, TMR, KI))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("the parallel state must have a well in")
        .hasMessageContaining("leave out readings beyond saturation");
  }

  private static MacrospinDevice start() {
    return CheckDevice.free()
        .withFreeLayer(CheckDevice.free().freeLayer().withInterfaceAnisotropy(1.012e-3))
        .withBarrier(
            new io.spindrift.device.spec.TunnelBarrier(1.5e-9, 75e-15, 230e-12, 0.7, 1.2, 0));
  }

  private static double[] fields(double share, int count) {
    double highest = share * EffectiveField.uniaxialTesla(TRUTH, 0);
    return SyntheticCounts.range(-highest, 2 * highest / (count - 1), count);
  }

  private static FieldResistanceTable sweep(double[] fields, double volts) {
    List<FieldResistanceTable.Row> rows = new ArrayList<>();
    for (boolean ap : new boolean[] {false, true}) {
      for (double field : fields) {
        rows.add(new FieldResistanceTable.Row(field, FieldAxis.X, volts, ap, 1));
      }
    }
    return new FieldResistanceTable(rows);
  }

  private static FieldResistanceTable noisy(
      MacrospinDevice device, FieldResistanceTable plan, long seed) {
    double[] ohms = MODEL.ohms(device, plan);
    RandomStream random = StreamKey.root(seed).purpose("readings").open();
    List<FieldResistanceTable.Row> rows = new ArrayList<>();
    for (int i = 0; i < ohms.length; i++) {
      FieldResistanceTable.Row row = plan.rows().get(i);
      rows.add(
          new FieldResistanceTable.Row(
              row.fieldTesla(),
              row.axis(),
              row.voltageVolts(),
              row.antiparallel(),
              ohms[i] * Math.exp(NOISE * random.nextGaussian())));
    }
    return new FieldResistanceTable(rows);
  }

  private static FitOutcome fit(MacrospinDevice start, FieldResistanceTable data, String... free) {
    return ParameterFit.resistance(
        new FreeDevice(
            start, List.of(free).stream().map(path -> FreeParameter.of(start, path)).toList()),
        data,
        MODEL,
        Progress.NONE);
  }

  private static Fitted fitted(MacrospinDevice start, FieldResistanceTable data, String... free) {
    FitOutcome outcome = fit(start, data, free);
    assertThat(outcome).isInstanceOf(Fitted.class);
    return (Fitted) outcome;
  }

  private static NotIdentified open(FieldResistanceTable data, String... free) {
    FitOutcome outcome = fit(start(), data, free);
    assertThat(outcome).isInstanceOf(NotIdentified.class);
    return (NotIdentified) outcome;
  }
}
