package io.spindrift.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.cli.CapturedSession;
import io.spindrift.cli.ReadJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BenchDiffusionCommandTest {
  @Test
  void everyKindOfNoiseIsTimedAndChecked() {
    CapturedSession session = new CapturedSession();
    int status = session.run("bench", "diffusion", "--seconds", "1 ms", "--json", "--quiet");
    assertThat(status).as(session.err()).isZero();
    JsonNode document = ReadJson.of(session.out());
    JsonNode speeds = document.path("samplesPerCpuSecondPerCore");
    assertThat(speeds.propertyNames())
        .contains("software Gaussian", "ideal coin", "biased coin", "all at once");
    for (String name : speeds.propertyNames()) {
      assertThat(speeds.path(name).asDouble()).as(name).isPositive();
      assertThat(document.path("checks").path(name).asString()).as(name).isNotBlank();
    }
  }
}
