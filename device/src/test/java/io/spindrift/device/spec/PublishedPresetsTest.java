package io.spindrift.device.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.MagneticState;
import io.spindrift.device.dynamics.EffectiveField;
import io.spindrift.device.switching.MacrospinResistance;
import io.spindrift.device.transport.JunctionConductance;
import io.spindrift.numerics.Constants;
import io.spindrift.numerics.random.StreamKey;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The presets against what their sources say of them. */
class PublishedPresetsTest {
  private static MacrospinDevice preset(String name) {
    return (MacrospinDevice) DeviceLoader.load(name, List.of()).spec();
  }

  static Stream<String> macrospins() {
    return DevicePresets.names().stream()
        .filter(name -> DeviceLoader.load(name, List.of()).spec() instanceof MacrospinDevice);
  }

  private static double parallelOhms(MacrospinDevice device) {
    return new MacrospinResistance(device, StreamKey.root(1))
        .resistanceOhms(MagneticState.PARALLEL, 0, -1);
  }

  @ParameterizedTest
  @MethodSource("macrospins")
  void everyMacrospinHasABarrierThatItsFieldLeaves(String name) {
    MacrospinDevice device = preset(name);
    double net = EffectiveField.uniaxialTesla(device, 0);
    double inPlane = Math.hypot(device.biasField().xTesla(), device.biasField().yTesla());
    assertThat(net).isPositive();
    assertThat(inPlane).isLessThan(net);
    // Barrier in an in-plane field h = B/Bk: (1 - h)^2 of the stability factor.
    double left = EffectiveField.stabilityFactor(device, 300) * Math.pow(1 - inPlane / net, 2);
    assertThat(left).isGreaterThan(10);
  }

  @ParameterizedTest
  @CsvSource({
    "precessional-macrospin, 19.943",
    "utaustin-vcma, 19.943",
    "ucla-type-vcma, 36.08",
    "arm-stt-vcma, 83.10",
    "high-vcma-projection, 60.96",
    "ikeda-type-stt, 55.11",
    "minnesota-vcma-stt, 80.86"
  })
  void stabilityFactorsAreThoseOfTheDocumentation(String name, double factor) {
    assertThat(EffectiveField.stabilityFactor(preset(name), 300)).isCloseTo(factor, within(0.01));
  }

  @Test
  void theAustinJunctionHasTheResistanceOfItsParameterFile() {
    assertThat(parallelOhms(preset("utaustin-vcma"))).isCloseTo(5e3, within(1e-6));
    double product = preset("utaustin-vcma").barrier().resistanceAreaProductOhmSquareMeters();
    assertThat(product).isCloseTo(9.818e-12, within(0.001e-12));
  }

  @Test
  void theAustinPulseMakesThePlaneEasy() {
    assertThat(EffectiveField.uniaxialTesla(preset("utaustin-vcma"), 1.5)).isNegative();
  }

  @Test
  void theArmJunctionHasTheResistanceAndPolarisationOfItsParameterFile() {
    MacrospinDevice arm = preset("arm-stt-vcma");
    assertThat(parallelOhms(arm)).isCloseTo(6e3, within(1e-6));
    double tmr = arm.barrier().tmr();
    assertThat(Math.sqrt(tmr / (tmr + 2))).isCloseTo(0.75, within(1e-12));
  }

  @Test
  void theMinnesotaJunctionHasItsCriticalThicknessAndPolarisation() {
    MacrospinDevice device = preset("minnesota-vcma-stt");
    double ms = device.freeLayer().saturationMagnetisationAmperesPerMeter();
    double critical =
        device.freeLayer().interfaceAnisotropyJoulesPerSquareMeter()
            * 2
            / (Constants.VACUUM_PERMEABILITY_TESLA_METERS_PER_AMPERE * ms * ms);
    assertThat(critical).isCloseTo(1.5e-9, within(1e-13));
    double tmr = device.barrier().tmr();
    assertThat(Math.sqrt(tmr / (tmr + 2))).isCloseTo(0.54, within(1e-5));
  }

  @Test
  void theProjectionLosesItsAnisotropyAtItsVoltage() {
    MacrospinDevice device = preset("high-vcma-projection");
    assertThat(EffectiveField.uniaxialTesla(device, 0.94)).isCloseTo(0, within(1e-3));
  }

  @Test
  void whatWasNotConfirmedIsCalledAssumed() {
    for (String name : DevicePresets.names()) {
      assertThat(DeviceLoader.load(name, List.of()).provenance())
          .filteredOn(
              p -> p.source().startsWith("unconfirmed") || p.source().startsWith("projection"))
          .allMatch(p -> p.note().startsWith("assumed"));
    }
  }

  @Test
  void theTorqueOnlyJunctionTurnsNearThePublishedSwitchingCurrent() {
    MacrospinDevice device = preset("ikeda-type-stt");
    double damping = device.freeLayer().damping() * EffectiveField.uniaxialTesla(device, 0);
    double low = 0;
    double high = 2;
    while (high - low > 1e-9) {
      double middle = 0.5 * (low + high);
      boolean turns = EffectiveField.of(device, middle).twist() > damping;
      low = turns ? low : middle;
      high = turns ? middle : high;
    }
    double amperes = low * JunctionConductance.of(device).meanSiemens(low);
    assertThat(amperes).isCloseTo(49e-6, within(2e-6));
  }

  @Test
  void theTorqueOnlyJunctionHasNoVoltageEffect() {
    MacrospinDevice device = preset("ikeda-type-stt");
    assertThat(device.barrier().vcmaCoefficientJoulesPerVoltMeter()).isZero();
    assertThat(device.spinTorque()).isPresent();
  }
}
