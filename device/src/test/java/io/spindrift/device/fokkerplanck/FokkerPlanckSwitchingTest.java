package io.spindrift.device.fokkerplanck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.CheckDevice;
import io.spindrift.device.MagneticState;
import io.spindrift.device.drive.PulseShape;
import io.spindrift.device.dynamics.EffectiveField;
import io.spindrift.device.dynamics.ThermalField;
import io.spindrift.device.spec.BiasField;
import io.spindrift.device.spec.DemagnetisingFactors;
import io.spindrift.device.spec.FreeLayer;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.spec.SpinTorque;
import io.spindrift.device.switching.SwitchingCurve;
import io.spindrift.device.switching.SwitchingExperiment;
import io.spindrift.device.switching.SwitchingMap;
import io.spindrift.device.switching.SwitchingPoint;
import io.spindrift.device.switching.SwitchingSettings;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** P(switch) of the Fokker-Planck equation against published values, Monte Carlo and itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FokkerPlanckSwitchingTest {
  private static final List<Double> TABLE =
      List.of(1.024e-9, 1.408e-9, 2.048e-9, 2.816e-9, 4.224e-9);

  private Workers workers;

  @BeforeAll
  void start() {
    workers = new Workers(2);
  }

  @AfterAll
  void stop() {
    workers.close();
  }

  private static SwitchingSettings settings(double volts, int trajectories, double... pulses) {
    return new SwitchingSettings(
        java.util.Arrays.stream(pulses).boxed().toList(), volts, 300, trajectories, 2e-12, 3e-9);
  }

  private SwitchingCurve computed(MacrospinDevice device, SwitchingSettings settings) {
    return FokkerPlanckSwitching.curve(device, settings, workers, Progress.NONE);
  }

  @Test
  void theCheckDeviceSwitchesAsAnIndependentSolutionSays() {
    SwitchingSettings settings = new SwitchingSettings(TABLE, 0.84, 300, 1, 1e-12, 10e-9);
    SwitchingCurve curve = computed(CheckDevice.precessional(), settings);
    // The reference was converged to 3e-5 and printed to four places, cut or rounded.
    double[] published = {0.8606, 0.9997, 0.4914, 0.0013, 0.9958};
    for (MagneticState from : MagneticState.values()) {
      for (int i = 0; i < published.length; i++) {
        SwitchingPoint point = curve.from(from).get(i);
        assertThat(point.probability()).isCloseTo(published[i], within(1.3e-4));
        assertThat(point.standardError()).isLessThan(1e-8);
        assertThat(point.trials()).isZero();
      }
    }
  }

  @Test
  void bothDirectionsAreAlikeWithoutAFieldAlongTheAxis() {
    SwitchingCurve curve = computed(CheckDevice.precessional(), settings(0.8, 1, 0.7e-9, 1.3e-9));
    for (double pulse : new double[] {0.7e-9, 1.3e-9}) {
      assertThat(curve.probability(MagneticState.PARALLEL, pulse))
          .isCloseTo(curve.probability(MagneticState.ANTIPARALLEL, pulse), within(1e-12));
    }
  }

  @Test
  void theErrorFallsFasterThanAnyPowerOfTheDegree() {
    double exact = errorAt(96, 1e-16);
    double[] off = {
      Math.abs(errorAt(48, 1e-16) - exact),
      Math.abs(errorAt(60, 1e-16) - exact),
      Math.abs(errorAt(72, 1e-16) - exact)
    };
    assertThat(off[0]).isLessThan(1e-6);
    assertThat(off[1]).isLessThan(off[0] / 10);
    assertThat(off[2]).isLessThan(off[1] / 10).isLessThan(1e-9);
  }

  @Test
  void theToleranceOfTheSeriesDoesNotShow() {
    assertThat(errorAt(60, 1e-14)).isCloseTo(errorAt(60, 1e-17), within(3e-13));
  }

  /** Write error of the check device at its best pulse, by one resolution. */
  private static double errorAt(int degree, double tolerance) {
    MacrospinDevice device = CheckDevice.precessional();
    SwitchingSettings settings = settings(0.84, 1, 1.408e-9);
    DensityEngine engine = new DensityEngine(device, 300, degree, tolerance);
    MagneticState from = MagneticState.PARALLEL;
    List<List<Stay>> paths = List.of(Stay.of(settings.drive(device, 1.408e-9, from)));
    return 0.5 * (1 + engine.meanSigns(from, paths)[0]);
  }

  @Test
  void probabilityIsConserved() {
    MacrospinDevice device = CheckDevice.precessional();
    DensityEngine engine = new DensityEngine(device, 300, 60, 1e-16);
    double[] p = engine.well(MagneticState.PARALLEL);
    double diffusion = ThermalField.diffusionPerSecond(device.freeLayer(), 300);
    engine.forward(EffectiveField.of(device, 0.84), diffusion).advance(p, 5e-9);
    engine.forward(EffectiveField.of(device, 0), diffusion).advance(p, 5e-9);
    assertThat(new SphereFunction(engine.layout(), p).integral()).isCloseTo(1, within(1e-12));
  }

  @Test
  void aPulseAloneGivesWhatItGivesInACurve() {
    MacrospinDevice device = CheckDevice.precessional();
    double alone = computed(device, settings(0.7, 1, 1.1e-9)).points().getFirst().probability();
    double amongOthers =
        computed(device, settings(0.7, 1, 1.9e-9, 0.3e-9, 1.1e-9))
            .probability(MagneticState.PARALLEL, 1.1e-9);
    assertThat(alone).isCloseTo(amongOthers, within(1e-12));
  }

  @Test
  void aMapIsItsCurvesForAnyNumberOfThreads() {
    MacrospinDevice device = CheckDevice.precessional();
    SwitchingSettings settings = settings(0, 1, 0.5e-9, 1e-9);
    List<Double> volts = List.of(0.6, 0.9);
    Optional<MagneticState> from = Optional.of(MagneticState.PARALLEL);
    SwitchingMap two =
        FokkerPlanckSwitching.map(device, settings, volts, from, workers, Progress.NONE);
    try (Workers one = new Workers(1)) {
      assertThat(FokkerPlanckSwitching.map(device, settings, volts, from, one, Progress.NONE))
          .isEqualTo(two);
    }
  }

  @Test
  void aRampMadeOfManyStretchesTendsToTheRectangleAsItGetsShort() {
    MacrospinDevice device = CheckDevice.precessional();
    SwitchingSettings rectangle = settings(0.84, 1, 1e-9);
    double sharp = computed(device, rectangle).points().getFirst().probability();
    double[] off = new double[2];
    for (int i = 0; i < 2; i++) {
      SwitchingSettings edges =
          new SwitchingSettings(
              List.of(1e-9), 0.84, 300, 1, 2e-12, 3e-9, PulseShape.edges(20e-12 / (i + 1)));
      off[i] = Math.abs(computed(device, edges).points().getFirst().probability() - sharp);
    }
    assertThat(off[0]).isBetween(1e-6, 1e-2);
    assertThat(off[1]).isLessThan(off[0]);
  }

  /** Monte Carlo within 4 standard errors, 6e-5 to miss by chance; up to six points a test. */
  private void agrees(MacrospinDevice device, SwitchingSettings settings, int seed) {
    SwitchingCurve exact = computed(device, settings);
    SwitchingCurve sampled =
        SwitchingExperiment.run(
            device, settings, StreamKey.root(seed).purpose("check"), workers, Progress.NONE);
    for (SwitchingPoint point : sampled.points()) {
      double p = exact.probability(point.from(), point.pulseSeconds());
      assertThat(point.probability())
          .as("%s", point)
          .isCloseTo(p, within(4 * Math.max(point.standardError(), 1e-3)));
    }
  }

  @Test
  void monteCarloAgreesOverTheMap() {
    agrees(CheckDevice.precessional(), settings(0.7, 500, 0.9e-9), 1);
    agrees(CheckDevice.precessional(), settings(1.0, 500, 1.7e-9), 2);
  }

  @Test
  void monteCarloAgreesInATiltedFieldOnAnEllipse() {
    FreeLayer round = CheckDevice.free().freeLayer();
    FreeLayer ellipse =
        new FreeLayer(
            55e-9,
            45e-9,
            round.thicknessMeters(),
            round.saturationMagnetisationAmperesPerMeter(),
            round.interfaceAnisotropyJoulesPerSquareMeter(),
            0.05,
            Optional.of(new DemagnetisingFactors(0.009, 0.0125, 0.9785)));
    MacrospinDevice device =
        CheckDevice.free()
            .withFreeLayer(ellipse)
            .withBiasField(new BiasField(0.011, 0.004, -0.003));
    agrees(device, settings(0.8, 1000, 0.8e-9), 3);
  }

  @Test
  void monteCarloAgreesUnderSpinTransferTorque() {
    MacrospinDevice device = CheckDevice.precessional().withSpinTorque(new SpinTorque(-1, 0.3));
    agrees(device, settings(0.6, 1000, 1.2e-9), 4);
  }

  @Test
  void aDensityThatIsTooSharpIsRefusedWithASentence() {
    MacrospinDevice stable = CheckDevice.ofStability(400, 0.03);
    assertThatThrownBy(() -> computed(stable, settings(0.84, 1, 1e-9)))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("kB T");
  }
}
