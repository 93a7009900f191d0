package io.spindrift.device.switching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.CheckDevice;
import io.spindrift.device.MagneticState;
import io.spindrift.device.PulseEnergy;
import io.spindrift.device.PulseEnergyModel;
import io.spindrift.device.spec.Driver;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.numerics.random.StreamKey;
import org.junit.jupiter.api.Test;

class DrivenPulseEnergyTest {
  private static final StreamKey KEY = StreamKey.root(3);

  @Test
  void behindAVanishingResistanceItIsThatOfADirectJunction() {
    MacrospinDevice device = CheckDevice.free();
    PulseEnergy direct =
        PulseEnergyModel.direct(new MacrospinResistance(device, KEY), 30e-15)
            .energy(MagneticState.ANTIPARALLEL, 0.84, 1e-9, 7);
    for (double ohms : new double[] {0, 1e-2}) {
      PulseEnergy driven =
          new DrivenPulseEnergy(device.withDriver(new Driver(ohms, 30e-15)), KEY)
              .energy(MagneticState.ANTIPARALLEL, 0.84, 1e-9, 7);
      double scale = direct.totalJoules();
      assertThat(driven.dissipatedJoules())
          .isCloseTo(direct.dissipatedJoules(), within(1e-5 * scale));
      assertThat(driven.chargingJoules()).isCloseTo(direct.chargingJoules(), within(1e-5 * scale));
    }
  }

  @Test
  void behindAResistanceTheJunctionGetsItsShareAndTheDriverTheRest() {
    // Without capacitance V = Vs/(1 + R G) in both, and the source gives Vs^2 t/(R + R_P).
    MacrospinDevice device = CheckDevice.free().withDriver(new Driver(20e3, 0));
    PulseEnergy energy =
        new DrivenPulseEnergy(device, KEY).energy(MagneticState.PARALLEL, 0.84, 1e-9, -1);
    double ohms = 200e-12 / (Math.PI / 4 * 50e-9 * 50e-9);
    double source = 0.84 * 0.84 * 1e-9 / (20e3 + ohms);
    assertThat(energy.totalJoules()).isCloseTo(source, within(1e-10 * source));
    assertThat(energy.dissipatedJoules())
        .isCloseTo(source * ohms / (20e3 + ohms), within(1e-10 * source));
  }
}
