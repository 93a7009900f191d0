package io.spindrift.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.cli.CapturedSession;
import io.spindrift.cli.ReadJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BenchMemoryCommandTest {
  @Test
  void pulsesAreTimedAndCheckedForEveryTable() {
    CapturedSession session = new CapturedSession();
    int status =
        session.run(
            "bench", "memory", "--section", "pulses", "--seconds", "1 ms", "--json", "--quiet");
    assertThat(status).as(session.err()).isZero();
    JsonNode document = ReadJson.of(session.out());
    JsonNode speeds = document.path("cellsPerCpuSecondPerCore");
    assertThat(speeds.size()).isEqualTo(7);
    for (String name : speeds.propertyNames()) {
      assertThat(speeds.path(name).asDouble()).as(name).isPositive();
      assertThat(document.path("checks").path(name).asString()).as(name).isNotBlank();
    }
    assertThat(document.path("threads").asInt()).isEqualTo(1);
  }

  @Test
  void readingOperationsProductsAndDiffusionAreTimedAndCheckedToo() {
    CapturedSession session = new CapturedSession();
    int status =
        session.run(
            "bench",
            "memory",
            "--section",
            "circuit,operations,products,diffusion",
            "--seconds",
            "1 ms",
            "--json",
            "--quiet");
    assertThat(status).as(session.err()).isZero();
    JsonNode document = ReadJson.of(session.out());
    JsonNode checks = document.path("checks");
    assertThat(checks.propertyNames())
        .contains("binary product", "none, step by step", "none, drawn at once");
    assertThat(checks.size())
        .as("a name for each figure of the four sections")
        .isEqualTo(
            document.path("cellsPerCpuSecondPerCore").size()
                + document.path("bitsPerCpuSecondPerCore").size());
  }

  @Test
  void anUnknownSectionIsRefusedWithThoseThereAre() {
    CapturedSession session = new CapturedSession();
    int status = session.run("bench", "memory", "--section", "pulse");
    assertThat(status).isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(session.err()).contains("--section must be one of pulses").contains("was pulse");
  }
}
