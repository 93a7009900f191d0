package io.spindrift.device.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.CheckDevice;
import io.spindrift.device.dynamics.BoltzmannLaw;
import io.spindrift.device.dynamics.EffectiveField;
import io.spindrift.device.dynamics.Segment;
import io.spindrift.device.dynamics.SphereRegion;
import io.spindrift.device.dynamics.ThermalField;
import io.spindrift.numerics.UnusableInput;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemperatureLawsTest {
  private static final TemperatureLaws LAWS = new TemperatureLaws(1100, 300, 1.5, 2.18, 2.83);

  @ParameterizedTest
  @ValueSource(doubles = {4, 250, 300, 420, 1000})
  void magnetisationFollowsBlochAndTheOthersItsPowers(double kelvin) {
    double m = (1 - Math.pow(kelvin / 1100, 1.5)) / (1 - Math.pow(300.0 / 1100, 1.5));
    MacrospinDevice warm = device().atTemperature(kelvin);
    assertThat(warm.freeLayer().saturationMagnetisationAmperesPerMeter())
        .isCloseTo(1.2e6 * m, within(1e-6));
    assertThat(warm.freeLayer().interfaceAnisotropyJoulesPerSquareMeter())
        .isCloseTo(1.0056364e-3 * Math.pow(m, 2.18), within(1e-15));
    assertThat(warm.barrier().vcmaCoefficientJoulesPerVoltMeter())
        .isCloseTo(75e-15 * Math.pow(m, 2.83), within(1e-26));
    assertThat(warm.atTemperature(77)).isEqualTo(warm);
  }

  @Test
  void atTheReferenceTemperatureAndWithoutLawsNothingChanges() {
    assertThat(device().atTemperature(300).freeLayer()).isEqualTo(CheckDevice.free().freeLayer());
    assertThat(CheckDevice.free().atTemperature(700)).isEqualTo(CheckDevice.free());
  }

  @Test
  void everyPlaceWhereATemperatureEntersUsesTheWarmDevice() {
    MacrospinDevice device = device();
    MacrospinDevice warm = device.atTemperature(380);
    assertThat(EffectiveField.of(device, 0.4, 380)).isEqualTo(EffectiveField.of(warm, 0.4));
    assertThat(EffectiveField.of(device, 0.4)).isEqualTo(EffectiveField.of(device, 0.4, 300));
    assertThat(Segment.of(device, 0.4, 1e-9, 380, 1e-12))
        .isEqualTo(Segment.of(warm, 0.4, 1e-9, 380, 1e-12));
    assertThat(Segment.of(device, 0.4, 1e-9, 380, 1e-12).diffusionPerSecond())
        .isEqualTo(ThermalField.diffusionPerSecond(warm.freeLayer(), 380));
    assertThat(EffectiveField.stabilityFactor(device, 380))
        .isEqualTo(EffectiveField.stabilityFactor(warm, 380))
        .isLessThan(0.9 * EffectiveField.stabilityFactor(CheckDevice.free(), 380));
    assertThat(BoltzmannLaw.atRest(device, 380, SphereRegion.WHOLE).meanSquareMz())
        .isEqualTo(BoltzmannLaw.atRest(warm, 380, SphereRegion.WHOLE).meanSquareMz());
  }

  @Test
  void atOrAboveTheCurieTemperatureThereIsNoDevice() {
    assertThatThrownBy(() -> device().atTemperature(1100))
        .isInstanceOf(UnusableInput.class)
        .hasMessage("temperature must be below the Curie temperature of 1100 K, but was 1100 K");
    assertThatThrownBy(() -> device().atTemperature(Double.NaN))
        .hasMessageContaining("temperature must be positive");
    assertThatThrownBy(() -> new TemperatureLaws(300, 300, 1.5, 2.18, 2.83))
        .hasMessageContaining("must be below the Curie temperature of 300 K");
  }

  @Test
  void theMagnetisationExponentIsTheOneGiven() {
    TemperatureLaws square = new TemperatureLaws(1000, 300, 2, 2.18, 2.83);
    assertThat(square.relativeMagnetisation(600)).isCloseTo(0.64 / 0.91, within(1e-15));
  }

  private static MacrospinDevice device() {
    MacrospinDevice d = CheckDevice.free();
    return new MacrospinDevice(
        d.name(),
        d.freeLayer(),
        d.barrier(),
        d.biasField(),
        d.operation(),
        d.spread(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(LAWS),
        Optional.empty(),
        Optional.empty());
  }
}
