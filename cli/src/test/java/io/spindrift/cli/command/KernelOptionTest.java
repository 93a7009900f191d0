package io.spindrift.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.cli.CapturedSession;
import io.spindrift.cli.ReadJson;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class KernelOptionTest {
  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"reference", "float64", "float32"})
  void everyKernelComparesTheMagnetisationAtRestWithTheBoltzmannLaw(String kernel) {
    CapturedSession session = new CapturedSession();
    int status =
        session.run(
            "device",
            "equilibrium",
            "--kernel",
            kernel,
            "--trajectories",
            "128",
            "--time",
            "1ns",
            "--check",
            "5",
            "--json",
            "--quiet");
    assertThat(status).as(session.err()).isZero();
    JsonNode document = ReadJson.of(session.out());
    assertThat(document.path("kernel").asString()).isEqualTo(kernel);
    assertThat(document.path("meanMzSquared").asDouble()).isBetween(0.8, 1.0);
  }

  @Test
  void onlyTheDirectionAskedForIsSimulatedAndDrawn() {
    CapturedSession session = new CapturedSession();
    int status =
        session.run(
            "device",
            "switching",
            "--pulse",
            "1ns,1.4ns",
            "--relax",
            "1ns",
            "--trajectories",
            "64",
            "--from",
            "p",
            "--kernel",
            "float64",
            "--out",
            folder.toString(),
            "--json",
            "--quiet");
    assertThat(status).as(session.err()).isZero();
    assertThat(ReadJson.of(session.out()).path("points").size()).isEqualTo(2);
    assertThat(folder.resolve("switching.parquet")).isNotEmptyFile();
    assertThat(folder.resolve("switching.png")).isNotEmptyFile();
    assertThat(folder.resolve("switching.svg")).isNotEmptyFile();
  }

  @Test
  void kernelThatDoesNotExistIsRefused() {
    CapturedSession session = new CapturedSession();
    assertThat(session.run("device", "switching", "--kernel", "float16")).isEqualTo(2);
    assertThat(session.err())
        .contains("--kernel must be reference or float64 or float32, but was float16");
    assertThat(session.out()).isEmpty();
  }

  @Test
  void stepThatIsTooLongIsRefusedWithTheStepThatWouldDo() {
    CapturedSession session = new CapturedSession();
    assertThat(session.run("device", "equilibrium", "--step", "200ps")).isEqualTo(2);
    assertThat(session.err()).contains("step must be at most").contains("but was 200 ps");
  }
}
