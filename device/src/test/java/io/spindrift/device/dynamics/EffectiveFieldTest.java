package io.spindrift.device.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.CheckDevice;
import io.spindrift.numerics.Constants;
import org.junit.jupiter.api.Test;

class EffectiveFieldTest {
  @Test
  void checkDeviceHasItsStabilityFactor() {
    assertThat(EffectiveField.stabilityFactor(CheckDevice.free(), 300))
        .isCloseTo(19.943, within(1e-3));
  }

  @Test
  void positiveVoltageCancelsTheAnisotropyAndNegativeVoltageRaisesIt() {
    double rest = EffectiveField.uniaxialTesla(CheckDevice.free(), 0);
    assertThat(rest).isCloseTo(0.06374, within(1e-5));
    assertThat(EffectiveField.uniaxialTesla(CheckDevice.free(), 0.84))
        .isCloseTo(1e-4, within(1e-5));
    // 2 xi V/(t_ox Ms t_f)
    double shift = 2 * 75e-15 * 0.5 / (1.5e-9 * 1.2e6 * 1.1e-9);
    assertThat(EffectiveField.uniaxialTesla(CheckDevice.free(), -0.5))
        .isCloseTo(rest + shift, within(1e-12));
  }

  @Test
  void everyTermIsTheOneOfItsEquation() {
    var device = CheckDevice.precessional();
    double mu0Ms = Constants.VACUUM_PERMEABILITY_TESLA_METERS_PER_AMPERE * 1.2e6;
    LinearField shape = DemagnetisingField.of(device.freeLayer());
    assertThat(shape.kx()).isCloseTo(-mu0Ms * 0.010613, within(1e-12));
    assertThat(shape.kz()).isCloseTo(-mu0Ms * 0.978774, within(1e-12));
    LinearField anisotropy = AnisotropyField.of(device.freeLayer(), device.barrier(), 0);
    assertThat(anisotropy.kz()).isCloseTo(2 * 1.0056364e-3 / (1.2e6 * 1.1e-9), within(1e-12));
    assertThat(AppliedField.of(device.biasField()).bx()).isEqualTo(CheckDevice.IN_PLANE_TESLA);
  }

  @Test
  void fieldIsMinusTheGradientOfTheEnergy() {
    LinearField field = new LinearField(0.1, -0.2, 0.3, -0.01, -0.02, 0.5);
    double h = 1e-6;
    double slope = (field.energyTesla(0.3, 0.4, 0.5 + h) - field.energyTesla(0.3, 0.4, 0.5 - h));
    assertThat(-slope / (2 * h)).isCloseTo(0.3 + 0.5 * 0.5, within(1e-9));
  }

  @Test
  void thermalFieldAndDiffusionBelongTogether() {
    // Var(h) dt gamma^2/(1 + alpha^2)/2 = D: precession and damping each turn noise into motion.
    var layer = CheckDevice.free().freeLayer();
    double gamma = Constants.GYROMAGNETIC_RATIO_RADIANS_PER_SECOND_TESLA;
    double sigma = ThermalField.sigmaTesla(layer, 300, 1e-12);
    double motion = sigma * sigma * 1e-12 * gamma * gamma / (1 + 0.03 * 0.03) / 2;
    assertThat(ThermalField.diffusionPerSecond(layer, 300))
        .isCloseTo(motion, within(1e-9 * motion));
  }
}
