package io.spindrift.device.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.CheckDevice;
import io.spindrift.device.MagneticState;
import io.spindrift.device.switching.MacrospinResistance;
import io.spindrift.numerics.random.StreamKey;
import org.junit.jupiter.api.Test;

class JunctionConductanceTest {
  private static final JunctionConductance LAW = new JunctionConductance(2e3, 1.5, 0.5, 2);

  @Test
  void halfVoltagesHalveWhatTheyAreNamedFor() {
    assertThat(LAW.tmr(0)).isEqualTo(1.5);
    assertThat(LAW.tmr(0.5)).isEqualTo(0.75);
    assertThat(LAW.tmr(-1)).as("twice the half voltage: 1/(1 + 2^2)").isEqualTo(0.3);
    assertThat(LAW.parallelOhms(0)).isEqualTo(2e3);
    assertThat(LAW.parallelOhms(2)).isEqualTo(1e3);
    assertThat(new JunctionConductance(2e3, 1.5, 0.5, Double.POSITIVE_INFINITY).parallelOhms(7))
        .isEqualTo(2e3);
  }

  @Test
  void conductanceFollowsTheCosineBetweenBothStates() {
    for (double volts : new double[] {0, 0.3, -0.9}) {
      double parallel = 1 / LAW.resistanceOhms(MagneticState.PARALLEL, volts);
      double antiparallel = 1 / LAW.resistanceOhms(MagneticState.ANTIPARALLEL, volts);
      assertThat(LAW.siemens(1, volts)).isCloseTo(parallel, within(1e-15));
      assertThat(LAW.siemens(-1, volts)).isCloseTo(antiparallel, within(1e-15));
      assertThat(LAW.siemens(0.3, volts))
          .isCloseTo(0.65 * parallel + 0.35 * antiparallel, within(1e-15));
    }
  }

  @Test
  void polarisationIsJullieresInverted() {
    // TMR = 2 eta^2/(1 - eta^2)
    double eta = LAW.polarisation(0.3);
    assertThat(2 * eta * eta / (1 - eta * eta)).isCloseTo(LAW.tmr(0.3), within(1e-12));
  }

  @Test
  void resistanceOfAMacrospinIsThisLaw() {
    var device = CheckDevice.free();
    var resistance = new MacrospinResistance(device, StreamKey.root(1));
    for (MagneticState state : MagneticState.values()) {
      assertThat(resistance.resistanceOhms(state, 0.8, -1))
          .isEqualTo(JunctionConductance.of(device).resistanceOhms(state, 0.8));
    }
    assertThat(resistance.resistanceOhms(MagneticState.PARALLEL, 0, -1))
        .isCloseTo(200e-12 / (Math.PI / 4 * 50e-9 * 50e-9), within(1e-6));
  }
}
