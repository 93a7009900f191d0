package io.spindrift.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.cli.CapturedSession;
import io.spindrift.cli.ReadJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BenchEntropyCommandTest {
  @Test
  void bitsAreTimedAndCheckedForEverySource() {
    CapturedSession session = new CapturedSession();
    int status =
        session.run(
            "bench", "entropy", "--section", "bits", "--seconds", "1 ms", "--json", "--quiet");
    assertThat(status).as(session.err()).isZero();
    JsonNode document = ReadJson.of(session.out());
    JsonNode speeds = document.path("bitsPerCpuSecondPerCore");
    assertThat(speeds.size()).isGreaterThanOrEqualTo(12);
    for (String name : speeds.propertyNames()) {
      assertThat(speeds.path(name).asDouble()).as(name).isPositive();
      assertThat(document.path("checks").path(name).asString()).as(name).isNotBlank();
    }
    assertThat(document.path("machine").asString()).isNotBlank();
    assertThat(document.path("jdk").asString()).isNotBlank();
  }

  @Test
  void anUnknownSectionIsRefusedWithThoseThereAre() {
    CapturedSession session = new CapturedSession();
    int status = session.run("bench", "entropy", "--section", "bit");
    assertThat(status).isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(session.err()).contains("--section must be one of bits").contains("but was bit");
  }
}
