package io.spindrift.device.rare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.CheckDevice;
import io.spindrift.device.MagneticState;
import io.spindrift.device.drive.Drive;
import io.spindrift.device.dynamics.BoltzmannLaw;
import io.spindrift.device.dynamics.LinearField;
import io.spindrift.device.dynamics.Segment;
import io.spindrift.device.dynamics.SphereRegion;
import io.spindrift.device.ensemble.Kernel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChainImportanceTest {
  @Test
  void interpolationOnTheSphereIsExactOnNodesAndNearlySoBetween() {
    SphereGrid grid = new SphereGrid(90);
    double[] values = new double[grid.size()];
    double area = 0;
    for (int node = 0; node < values.length; node++) {
      values[node] = grid.x(node) + 2 * grid.y(node) - grid.z(node);
      area += grid.solidAngle(node);
    }
    assertThat(area).isCloseTo(4 * Math.PI, within(1e-12));
    for (double[] m :
        new double[][] {
          {0, 0, 1}, {0, 0, -1}, {1, 0, 0}, {1, -1e-9, 0}, {0.6, 0, 0.8}, {-0.48, 0.64, -0.6}
        }) {
      assertThat(grid.interpolate(values, m[0], m[1], m[2]))
          .isCloseTo(m[0] + 2 * m[1] - m[2], within(1.5e-3));
    }
  }

  /** Free diffusion for a time t turns the mean of mz into mz exp(-2 D t). */
  @Test
  void oneStepOfTheChainDiffusesAsTheSphereDoes() {
    SphereGrid grid = new SphereGrid(90);
    Segment free = new Segment(new LinearField(0, 0, 0, 0, 0, 0), 1, 1e-9, 0, 2e6);
    double[] z = new double[grid.size()];
    for (int node = 0; node < z.length; node++) {
      z[node] = grid.z(node);
    }
    double[] before = new ChainStep(grid, List.of(free), 0.03).back(z);
    double decay = Math.exp(-2 * 2e6 * 1e-9);
    for (int node = 0; node < z.length; node += 97) {
      assertThat(before[node]).isCloseTo(z[node] * decay, within(4e-4));
    }
  }

  /**
   * Free diffusion from the upper hemisphere: it is there in the end, a failure from the parallel
   * state and a success from the antiparallel one, with probability sum over l of (2l + 1)/2 a_l^2
   * exp(-l(l + 1) D t), a_l the integral of P_l from 0 to 1. The grid places the equator within
   * half its spacing, pi/144, of where it is; the final density there is at most 0.5 per unit of
   * m_z.
   */
  @ParameterizedTest
  @EnumSource
  void whatTheChainExpectsOfFreeDiffusionIsItsClosedForm(MagneticState from) {
    ChainImportance importance = diffusing(from);
    double spread = 0.1;
    double stays =
        0.5
            + 3 / 8.0 * Math.exp(-2 * spread)
            + 7 / 128.0 * Math.exp(-12 * spread)
            + 11 / 512.0 * Math.exp(-30 * spread)
            + 15 / 2.0 * 25 / 16384.0 * Math.exp(-56 * spread);
    double expected = from == MagneticState.PARALLEL ? stays : 1 - stays;
    assertThat(importance.expected()).isCloseTo(expected, within(0.5 * Math.PI / 144));
  }

  @Test
  void importanceIsHighestWhereFailureEndsAndNeverBelowItsFloor() {
    ChainImportance importance = diffusing(MagneticState.PARALLEL);
    double floor = 0.03 * importance.expected();
    assertThat(importance.log(9, 0, 0, 1)).isCloseTo(Math.log(1 + floor), within(1e-12));
    assertThat(importance.log(9, 0, 0, -1)).isCloseTo(Math.log(floor), within(1e-12));
    assertThat(importance.log(0, 0, 0, -1)).isGreaterThan(importance.log(9, 0, 0, -1));
  }

  /** Ten stages of free diffusion, D t = 0.1 together, from the upper hemisphere. */
  private static ChainImportance diffusing(MagneticState from) {
    LinearField none = new LinearField(0, 0, 0, 0, 0, 0);
    Drive drive = new Drive(List.of(new Segment(none, 100, 1e-12, 0, 1e9)));
    return ChainImportance.ofFailure(
        Stages.of(drive, 10e-12),
        0.03,
        new BoltzmannLaw(none, 1e-18, 300, SphereRegion.UPPER),
        from);
  }

  @Test
  void stagesTogetherAreTheDrive() {
    WriteErrorSettings settings =
        new WriteErrorSettings(
            List.of(1.4e-9),
            0.84,
            300,
            List.of(MagneticState.PARALLEL),
            1e-12,
            30e-9,
            Kernel.REFERENCE);
    Drive drive = settings.drive(CheckDevice.precessional(), 1.4e-9, MagneticState.PARALLEL);
    Stages stages = Stages.of(drive, 40e-12);
    double seconds = 0;
    long steps = 0;
    for (int i = 0; i < stages.count(); i++) {
      seconds += stages.seconds(i);
      steps += stages.at(i).stream().mapToLong(Segment::steps).sum();
    }
    assertThat(seconds).isCloseTo(31.4e-9, within(1e-18));
    assertThat(steps).isEqualTo(31_400);
    assertThat(stages.count()).isEqualTo(35 + Stages.MOST);
  }
}
