package io.spindrift.device.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.device.CheckDevice;
import io.spindrift.device.MagneticState;
import io.spindrift.device.dynamics.BoltzmannLaw;
import io.spindrift.device.dynamics.SphereRegion;
import io.spindrift.numerics.UnusableInput;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PhysicalConstraintsTest {
  private static final String PRESET = "precessional-macrospin";

  @ParameterizedTest
  @CsvSource({
    "freeLayer.majorAxis=0m, freeLayer.majorAxis",
    "freeLayer.majorAxis=20um, freeLayer.majorAxis",
    "freeLayer.minorAxis=0.5nm, freeLayer.minorAxis",
    "freeLayer.minorAxis=.inf, freeLayer.minorAxis",
    "freeLayer.thickness=NaN, freeLayer.thickness",
    "freeLayer.thickness=2um, freeLayer.thickness",
    "freeLayer.thickness=600nm, at most 10 times the smaller diameter of 50 nm",
    "freeLayer.pillarHeight=1nm, freeLayer.thickness must be at most the pillar height of 1 nm",
    "freeLayer.saturationMagnetisation=0A/m, freeLayer.saturationMagnetisation",
    "freeLayer.saturationMagnetisation=1e9A/m, freeLayer.saturationMagnetisation",
    "freeLayer.interfaceAnisotropy=-1mJ/m2, freeLayer.interfaceAnisotropy",
    "freeLayer.damping=-0.1, freeLayer.damping",
    "barrier.thickness=0nm, barrier.thickness",
    "barrier.thickness=1mm, barrier.thickness",
    "barrier.vcmaCoefficient=1J/(V m), barrier.vcmaCoefficient",
    "barrier.resistanceAreaProduct=0 Ohm um2, barrier.resistanceAreaProduct",
    "barrier.tmr=-0.1, barrier.tmr",
    "barrier.tmr=1000, barrier.tmr",
    "barrier.halfVoltage=0V, barrier.halfVoltage",
    "barrier.parallelHalfVoltage=0V, barrier.parallelHalfVoltage",
    "barrier.capacitance=-1fF, barrier.capacitance",
    "biasField.x=1000T, biasField.x",
    "operation.voltage=1kV, operation.voltage",
    "operation.temperature=1e6K, operation.temperature",
    "operation.pulse=-1ns, operation.pulse",
    "spinTorque.efficiency=20, spinTorque.efficiency",
    "spinTorque.polarisation=1.5, spinTorque.polarisation",
    "temperatureLaws.curie=200K, Curie temperature of 200 K",
    "selfHeating.kelvinPerWatt=-1, selfHeating.kelvinPerWatt",
    "driver.series=-1Ohm, driver.series",
    "driver.parasitic=-1F, driver.parasitic",
  })
  void eachIsRefusedWithItsPath(String patch, String sentence) {
    assertThatThrownBy(() -> DeviceLoader.load(PRESET, List.of(patch)))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void severalAreToldTogether() {
    assertThatThrownBy(() ->
            DeviceLoader.load(
                PRESET,
                List.of(
                    "freeLayer.majorAxis=20um",
                    "barrier.tmr=-1",
                    "driver.series=-1Ohm",
                    "operation.temperature=0K")))
        .hasMessageContaining("freeLayer.majorAxis")
        .hasMessageContaining("barrier.tmr")
        .hasMessageContaining("driver.series")
        .hasMessageContaining("operation.temperature");
  }

  @ParameterizedTest
  @EnumSource(MagneticState.class)
  void withoutABarrierAtRestThereIsNoStateToStartFromButAFreeMomentStays(MagneticState state) {
    MacrospinDevice mean = CheckDevice.free();
    MacrospinDevice flat = mean.withFreeLayer(mean.freeLayer().withInterfaceAnisotropy(0.9e-3));
    assertThatThrownBy(() -> BoltzmannLaw.atRest(flat, 300, SphereRegion.wellOf(state)))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("the net uniaxial field at zero bias must be positive")
        .hasMessageContaining("-96.")
        .hasMessageContaining("mT at 300 K");
    assertThat(BoltzmannLaw.atRest(flat, 300, SphereRegion.WHOLE).meanSquareMz())
        .isLessThan(1.0 / 3);
  }

  @Test
  void aLayerThatFitsItsPillarIsKeptWithItsHeight() {
    MacrospinDevice device =
        (MacrospinDevice) DeviceLoader.load(PRESET, List.of("freeLayer.pillarHeight=20nm")).spec();
    assertThat(device.freeLayer().pillarHeightMeters()).isEqualTo(Optional.of(20e-9));
    assertThat(device.freeLayer().withDamping(0.1).pillarHeightMeters()).isPresent();
    assertThat(device.atTemperature(300)).isEqualTo(device);
  }
}
