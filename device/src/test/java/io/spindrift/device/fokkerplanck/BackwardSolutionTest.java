package io.spindrift.device.fokkerplanck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.CheckDevice;
import io.spindrift.device.MagneticState;
import io.spindrift.device.drive.Drive;
import io.spindrift.device.dynamics.SphereRegion;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.switching.SwitchingSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The probability of ending in a well, carried backward. */
class BackwardSolutionTest {
  private static final double PULSE = 1e-9;
  private final MacrospinDevice device = CheckDevice.precessional();
  private final SwitchingSettings settings =
      new SwitchingSettings(List.of(PULSE), 0.84, 300, 1, 1e-12, 2e-9);
  private final Drive drive = settings.drive(device, PULSE, MagneticState.PARALLEL);

  @Test
  void forwardAndBackwardMeetWhereverTheyAreAskedTo() {
    List<Double> times = List.of(2.5e-9, 0.0, 1e-9, 0.4e-9);
    BackwardSolution backward = FokkerPlanck.backward(device, drive, SphereRegion.LOWER, times);
    int degree = backward.functions().getFirst().degree();
    DensityEngine engine = new DensityEngine(device, 300, degree, 1e-16);
    MagneticState from = MagneticState.PARALLEL;
    double switched = 0.5 * (1 - engine.meanSigns(from, List.of(Stay.of(drive)))[0]);
    List<Stay> stays = Stay.of(drive);
    for (int i = 0; i < times.size(); i++) {
      double pulse = Math.min(times.get(i), PULSE);
      double rest = times.get(i) - pulse;
      double[] p = engine.well(from);
      engine.forward(stays.get(0).field(), stays.get(0).diffusionPerSecond()).advance(p, pulse);
      engine.forward(stays.get(1).field(), stays.get(1).diffusionPerSecond()).advance(p, rest);
      SphereFunction density = new SphereFunction(engine.layout(), p);
      assertThat(density.integral(backward.functions().get(i))).isCloseTo(switched, within(1e-12));
    }
  }

  @Test
  void atRestADirectionEndsInItsOwnWell() {
    BackwardSolution backward =
        FokkerPlanck.backward(device, drive, SphereRegion.UPPER, List.of(PULSE));
    SphereFunction u = backward.functions().getFirst();
    assertThat(u.value(0.2, 0, Math.sqrt(0.96))).isBetween(0.999, 1 + 1e-9);
    assertThat(u.value(0.2, 0, -Math.sqrt(0.96))).isBetween(-1e-9, 1e-3);
    assertThat(u.value(0, 1, 0) + u.value(0, -1, 0)).isCloseTo(1, within(1e-9));
  }

  @Test
  void aTimeBehindTheEndIsRefused() {
    assertThatThrownBy(
            () -> FokkerPlanck.backward(device, drive, SphereRegion.UPPER, List.of(4e-9)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("between 0 and");
  }
}
