package io.spindrift.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.cli.CapturedSession;
import io.spindrift.cli.ReadJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DeviceCommandsTest {
  private static JsonNode json(String... arguments) {
    CapturedSession session = new CapturedSession();
    assertThat(session.run(arguments)).as(session.err()).isZero();
    return ReadJson.of(session.out());
  }

  @Test
  void theCompactFitIsEvaluatedWithoutSampling() {
    JsonNode curve =
        json(
            "device",
            "switching",
            "--device",
            "measured-compact-fit",
            "--voltage",
            "1.44V",
            "--pulse",
            "2ns,3ns",
            "--from",
            "ap",
            "--json");
    assertThat(curve.path("points").size()).isEqualTo(2);
    JsonNode point = curve.path("points").get(0);
    assertThat(point.path("pulseSeconds").asDouble()).isEqualTo(2e-9);
    assertThat(point.path("voltageVolts").asDouble()).isEqualTo(1.44);
    assertThat(point.path("from").asString()).isEqualTo("ap");
    assertThat(point.path("probability").asDouble()).isCloseTo(0.536, within(0.003));
    assertThat(point.path("standardError").asDouble()).isZero();
  }

  @Test
  void aMacrospinIsSampledInBothDirections() {
    JsonNode curve =
        json(
            "device",
            "switching",
            "--voltage",
            "0.84V",
            "--pulse",
            "1.408ns",
            "--step",
            "4ps",
            "--trajectories",
            "64",
            "--json",
            "--quiet");
    // P(1.408 ns) = 0.9997 in both directions; five misses in 64 have probability below 1e-10.
    assertThat(curve.path("points").size()).isEqualTo(2);
    for (JsonNode point : curve.path("points")) {
      assertThat(point.path("probability").asDouble()).isGreaterThan(0.92);
      assertThat(point.path("standardError").asDouble()).isPositive();
    }
  }

  @Test
  void theEquilibriumIsComparedWithTheBoltzmannLaw() {
    JsonNode result =
        json(
            "device",
            "equilibrium",
            "--temperature",
            "300K",
            "--step",
            "4ps",
            "--trajectories",
            "8",
            "--time",
            "2ns",
            "--json",
            "--quiet");
    assertThat(result.path("boltzmannMzSquared").asDouble()).isBetween(0.85, 0.96);
    assertThat(result.path("meanMzSquared").asDouble()).isBetween(0.5, 1.0);
    assertThat(result.path("standardError").asDouble()).isPositive();
  }

  @Test
  void aCheckThatFailsEndsWithStatusOne() {
    CapturedSession session = new CapturedSession();
    assertThat(
            session.run(
                "device",
                "equilibrium",
                "--step",
                "4ps",
                "--trajectories",
                "2",
                "--time",
                "1ns",
                "--check",
                "0"))
        .isEqualTo(ExitStatus.CHECK_FAILED);
  }

  @Test
  void aStopEndsWithItsOwnStatus() {
    CapturedSession session = new CapturedSession();
    session.stop().request();
    assertThat(session.run("device", "switching", "--pulse", "1ns")).isEqualTo(ExitStatus.STOPPED);
    assertThat(session.err()).contains("stopped");
  }
}
