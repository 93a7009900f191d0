package io.spindrift.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.cli.CapturedSession;
import io.spindrift.cli.ReadJson;
import io.spindrift.device.spec.DevicePresets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ShowCommandTest {
  static List<String> presets() {
    return DevicePresets.names();
  }

  @ParameterizedTest
  @MethodSource("presets")
  void everyPresetIsShownWithItsSources(String preset) {
    JsonNode shown = json("device", "show", "--device", preset, "--json");
    assertThat(shown.path("device").asString()).isEqualTo(preset);
    assertThat(shown.path("parameters").size()).isGreaterThan(12);
    assertThat(shown.path("derived").path("parallelOhms").asDouble()).isPositive();
    CapturedSession session = new CapturedSession();
    assertThat(session.run("device", "show", "--device", preset)).isZero();
    assertThat(session.out()).contains("operation.voltage").contains("[1] ").contains("derived at");
  }

  @Test
  void figuresOfTheCheckDeviceAreThoseOfItsDocumentation() {
    JsonNode derived = json("device", "show", "--json").path("derived");
    assertThat(derived.path("stabilityFactor").asDouble()).isCloseTo(19.942, within(1e-3));
    assertThat(derived.path("halfTurnSeconds").asDouble()).isCloseTo(1.42e-9, within(1e-12));
    assertThat(derived.path("cancellingVolts").asDouble()).isCloseTo(0.8414, within(1e-4));
    // (Bk/2)(1 - b/Bk)^2 in a field across
    double rest = derived.path("uniaxialRestTesla").asDouble();
    double barrier = 19.942 * Math.pow(1 - 12.5663706e-3 / rest, 2);
    assertThat(derived.path("parallelBarrierThermal").asDouble()).isCloseTo(barrier, within(2e-3));
    assertThat(derived.path("relaxationSeconds").asDouble()).isCloseTo(2.973e-9, within(1e-12));
  }

  @Test
  void compactFitCosts54FemtojoulesInTheParallelState() {
    JsonNode shown = json("device", "show", "--device", "measured-compact-fit", "--json");
    assertThat(shown.path("derived").path("parallelPulseJoules").asDouble())
        .isCloseTo(54e-15, within(0.5e-15));
  }

  @Test
  void whatWasSetSaysSoAndTheCircuitAppears() {
    JsonNode shown =
        json(
            "device",
            "show",
            "--set",
            "driver.series=5kOhm",
            "--set",
            "barrier.capacitance=10fF",
            "--set",
            "freeLayer.damping=0.05",
            "--json");
    assertThat(shown.path("derived").path("parallelTimeConstantSeconds").asDouble())
        .isCloseTo(10e-15 / (1 / 5e3 + 1 / 101859.0), within(1e-14));
    for (JsonNode parameter : shown.path("parameters")) {
      if (parameter.path("path").asString().equals("freeLayer.damping")) {
        assertThat(parameter.path("value").asString()).isEqualTo("0.05");
        assertThat(parameter.path("source").asString()).isEqualTo("given with --set");
      }
    }
  }

  @Test
  void temperatureAboveTheCurieTemperatureIsRefused() {
    CapturedSession session = new CapturedSession();
    int status =
        session.run(
            "device", "show", "--set", "temperatureLaws.curie=1100K", "--temperature", "1100K");
    assertThat(status).isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(session.err())
        .contains("temperature must be below the Curie temperature of 1100 K, but was 1100 K");
  }

  private static JsonNode json(String... arguments) {
    CapturedSession session = new CapturedSession();
    assertThat(session.run(arguments)).as(session.err()).isZero();
    return ReadJson.of(session.out());
  }
}
