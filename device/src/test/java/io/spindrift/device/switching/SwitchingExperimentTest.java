package io.spindrift.device.switching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.CheckDevice;
import io.spindrift.device.MagneticState;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SwitchingExperimentTest {
  /**
   * Against an independent spherical-harmonic Fokker-Planck solution (l to 70, converged to 3e-5).
   * By symmetry both directions have the same probability, which makes 2 x 1,000 trajectories a
   * point. Four standard errors of a count: false alarm 6e-5 a point.
   */
  @Test
  void switchingCurveOfTheCheckDeviceIsThatOfFokkerPlanck() {
    double[] pulses = {1.024e-9, 2.048e-9, 4.224e-9};
    double[] expected = {0.8606, 0.4914, 0.9958};
    SwitchingCurve curve = run(settings(1_000, 10e-9, pulses), 1, 1);
    for (int i = 0; i < pulses.length; i++) {
      double mean =
          0.5
              * (curve.probability(MagneticState.PARALLEL, pulses[i])
                  + curve.probability(MagneticState.ANTIPARALLEL, pulses[i]));
      double error = Math.sqrt(expected[i] * (1 - expected[i]) / 2_000);
      assertThat(mean).isCloseTo(expected[i], within(4 * error));
    }
  }

  @Test
  void withoutAPulseOfConsequenceNothingSwitches() {
    SwitchingCurve curve = run(settings(64, 1e-9, 1e-12), 1, 1);
    assertThat(curve.points()).allMatch(point -> point.switched() == 0);
    assertThat(curve.points()).allMatch(point -> point.standardError() > 0);
  }

  @Test
  void curveIsTheSameForAnyNumberOfThreads() {
    SwitchingSettings settings = settings(100, 0.5e-9, 0.7e-9, 1.4e-9);
    SwitchingCurve one = run(settings, 5, 1);
    assertThat(run(settings, 5, 3)).isEqualTo(one);
    assertThat(run(settings, 5, 8)).isEqualTo(one);
    assertThat(run(settings, 6, 3)).isNotEqualTo(one);
  }

  @Test
  void everyTrajectoryIsReportedAndAStopEndsTheRun() {
    AtomicInteger asked = new AtomicInteger();
    Progress impatient =
        new Progress() {
          @Override
          public Task begin(String title, long total, String unit) {
            assertThat(total).isEqualTo(200);
            return Progress.NONE.begin(title, total, unit);
          }

          @Override
          public void checkStopped() {
            if (asked.incrementAndGet() > 20) {
              throw new Stopped();
            }
          }
        };
    try (Workers workers = new Workers(2)) {
      assertThatThrownBy(() ->
              SwitchingExperiment.run(
                  CheckDevice.precessional(),
                  settings(100, 0, 1e-10),
                  StreamKey.root(1),
                  workers,
                  impatient))
          .isInstanceOf(Progress.Stopped.class);
    }
    assertThat(asked.get()).isLessThan(30);
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

  private static SwitchingCurve run(SwitchingSettings settings, long seed, int threads) {
    try (Workers workers = new Workers(threads)) {
      return SwitchingExperiment.run(
          CheckDevice.precessional(), settings, StreamKey.root(seed), workers, Progress.NONE);
    }
  }
}
