package io.spindrift.device.switching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.CheckDevice;
import io.spindrift.device.MagneticState;
import io.spindrift.device.ensemble.Kernel;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.numerics.statistics.WilsonInterval;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SwitchingExperimentTest {
  /**
   * Against an independent spherical-harmonic Fokker-Planck solution (l to 70, converged to 3e-5).
   * By symmetry both directions have the same probability, which makes twice the trajectories a
   * point. Four standard errors of a count: false alarm 6e-5 a point.
   */
  @ParameterizedTest
  @CsvSource({"REFERENCE, 600", "FLOAT64, 3000", "FLOAT32, 6000"})
  void switchingCurveOfTheCheckDeviceIsThatOfFokkerPlanck(Kernel kernel, int trajectories) {
    double[] pulses = {1.024e-9, 1.408e-9, 2.048e-9, 2.816e-9, 4.224e-9};
    double[] expected = {0.8606, 0.9997, 0.4914, 0.0013, 0.9958};
    SwitchingCurve curve = run(settings(trajectories, 10e-9, pulses), kernel, 1, 1);
    for (int i = 0; i < pulses.length; i++) {
      double mean =
          0.5
              * (curve.probability(MagneticState.PARALLEL, pulses[i])
                  + curve.probability(MagneticState.ANTIPARALLEL, pulses[i]));
      double error = WilsonInterval.standardError(expected[i], 2 * trajectories);
      assertThat(mean).isCloseTo(expected[i], within(4 * error));
    }
  }

  /**
   * Single against double precision where P is steep, 2 x 60,000 trajectories each: four standard
   * errors of the difference are 0.008. The comparison with 10^7 is in docs/physics/monte-carlo.md.
   */
  @Test
  void singleAndDoublePrecisionAgree() {
    SwitchingSettings settings = settings(60_000, 0.2e-9, 1.024e-9);
    double single = mean(run(settings, Kernel.FLOAT32, 11, 1));
    double twice = mean(run(settings, Kernel.FLOAT64, 12, 1));
    assertThat(single).isCloseTo(twice, within(4 * Math.sqrt(0.25 / 60_000)));
  }

  private static double mean(SwitchingCurve curve) {
    return curve.points().stream().mapToDouble(SwitchingPoint::probability).average().orElseThrow();
  }

  @Test
  void onlyTheStateAskedForIsSimulatedAndWithTheSameTrajectories() {
    SwitchingSettings settings = settings(300, 0.2e-9, 0.7e-9, 1.4e-9);
    SwitchingCurve both = run(settings, Kernel.FLOAT32, 5, 1);
    try (Workers workers = new Workers(1)) {
      SwitchingCurve one =
          SwitchingExperiment.run(
              CheckDevice.precessional(),
              settings,
              Kernel.FLOAT32,
              Set.of(MagneticState.ANTIPARALLEL),
              StreamKey.root(5),
              workers,
              Progress.NONE);
      assertThat(one.points()).isEqualTo(both.from(MagneticState.ANTIPARALLEL));
    }
  }

  @Test
  void stepThatIsTooLongIsRefusedWithTheStepThatWouldDo() {
    SwitchingSettings coarse = new SwitchingSettings(List.of(1e-9), 0.84, 300, 10, 100e-12, 1e-9);
    assertThatThrownBy(() -> run(coarse, Kernel.REFERENCE, 1, 1))
        .isInstanceOf(UnusableInput.class)
        .hasMessageMatching("step must be at most [0-9.]+ ps for .*, but was 100 ps");
  }

  @Test
  void withoutAPulseOfConsequenceNothingSwitches() {
    SwitchingCurve curve = run(settings(64, 1e-9, 1e-12), Kernel.FLOAT32, 1, 1);
    assertThat(curve.points()).allMatch(point -> point.switched() == 0);
    assertThat(curve.points()).allMatch(point -> point.standardError() > 0);
  }

  @ParameterizedTest
  @EnumSource
  void curveIsTheSameForAnyNumberOfThreads(Kernel kernel) {
    SwitchingSettings settings = settings(600, 0.2e-9, 0.7e-9, 1.4e-9);
    SwitchingCurve one = run(settings, kernel, 5, 1);
    assertThat(run(settings, kernel, 5, 3)).isEqualTo(one);
    assertThat(run(settings, kernel, 5, 8)).isEqualTo(one);
    assertThat(run(settings, kernel, 6, 3)).isNotEqualTo(one);
  }

  @Test
  void everyTrajectoryIsReportedAndAStopEndsTheRun() {
    AtomicInteger asked = new AtomicInteger();
    Progress impatient =
        new Progress() {
          @Override
          public Task begin(String title, long total, String unit) {
            assertThat(total).isEqualTo(2000);
            return Progress.NONE.begin(title, total, unit);
          }

          @Override
          public void checkStopped() {
            if (asked.incrementAndGet() > 3) {
              throw new Stopped();
            }
          }
        };
    try (Workers workers = new Workers(2)) {
      assertThatThrownBy(() ->
              SwitchingExperiment.run(
                  CheckDevice.precessional(),
                  settings(1000, 0, 1e-10),
                  StreamKey.root(1),
                  workers,
                  impatient))
          .isInstanceOf(Progress.Stopped.class);
    }
    assertThat(asked.get()).isLessThan(10);
  }

  @Test
  void pulseThatIsNoNumberIsRefusedInOneSentence() {
    assertThatThrownBy(() -> settings(1, 0, Double.NaN))
        .hasMessage("pulse must be positive and finite, but was NaN s");
  }

  private static SwitchingSettings settings(int trajectories, double relax, double... pulses) {
    List<Double> widths = Arrays.stream(pulses).boxed().toList();
    return new SwitchingSettings(widths, 0.84, 300, trajectories, 1e-12, relax);
  }

  private static SwitchingCurve run(
      SwitchingSettings settings, Kernel kernel, long seed, int threads) {
    try (Workers workers = new Workers(threads)) {
      return SwitchingExperiment.run(
          CheckDevice.precessional(),
          settings,
          kernel,
          Set.of(MagneticState.values()),
          StreamKey.root(seed),
          workers,
          Progress.NONE);
    }
  }
}
