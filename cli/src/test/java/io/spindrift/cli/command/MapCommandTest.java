package io.spindrift.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.cli.CapturedSession;
import io.spindrift.cli.ReadJson;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class MapCommandTest {
  private static JsonNode json(String... arguments) {
    CapturedSession session = new CapturedSession();
    assertThat(session.run(arguments)).as(session.err()).isZero();
    return ReadJson.of(session.out());
  }

  @Test
  void theCurveOfFokkerPlanckCarriesItsNumericalError() {
    JsonNode curve =
        json(
            "device",
            "switching",
            "--voltage",
            "0.84V",
            "--pulse",
            "1.024ns,2.048ns",
            "--from",
            "ap",
            "--method",
            "fokker-planck",
            "--json",
            "--quiet");
    assertThat(curve.path("method").asString()).isEqualTo("fokker-planck");
    double[] expected = {0.8606, 0.4914};
    for (int i = 0; i < 2; i++) {
      JsonNode point = curve.path("points").get(i);
      double p = point.path("probability").asDouble();
      assertThat(p).isCloseTo(expected[i], within(1e-4));
      assertThat(point.path("writeErrorRate").asDouble()).isCloseTo(1 - p, within(1e-15));
      assertThat(point.path("standardError").asDouble()).isBetween(1e-14, 1e-8);
    }
  }

  @Test
  void aMapNamesItsBestPointAndWritesTableAndFigure(@TempDir Path folder) {
    JsonNode map =
        json(
            "device",
            "map",
            "--voltage",
            "0.5V,0.84V",
            "--pulse",
            "0.4ns:1.6ns:0.4ns",
            "--relax",
            "2ns",
            "--out",
            folder.toString(),
            "--json",
            "--quiet");
    assertThat(map.path("points").size()).isEqualTo(8);
    assertThat(map.path("bestVoltageVolts").asDouble()).isEqualTo(0.84);
    assertThat(map.path("bestPulseSeconds").asDouble()).isCloseTo(1.6e-9, within(0.5e-9));
    assertThat(map.path("bestProbability").asDouble())
        .isCloseTo(1 - map.path("bestWriteErrorRate").asDouble(), within(1e-15));
    assertThat(folder.resolve("switching_map.parquet")).isNotEmptyFile();
    assertThat(folder.resolve("switching_map.png")).isNotEmptyFile();
    assertThat(folder.resolve("switching_map.svg")).isNotEmptyFile();
  }

  @Test
  void aSampledMapHasTheErrorsOfItsTrajectories() {
    JsonNode map =
        json(
            "device",
            "map",
            "--voltage",
            "0.84V",
            "--pulse",
            "1.4ns",
            "--relax",
            "1ns",
            "--step",
            "4ps",
            "--method",
            "macrospin",
            "--trajectories",
            "16",
            "--json",
            "--quiet");
    assertThat(map.path("method").asString()).isEqualTo("macrospin");
    assertThat(map.path("largestStandardError").asDouble()).isGreaterThan(0.01);
  }

  @ParameterizedTest
  @CsvSource({
    "--method, euler, must be macrospin or fokker-planck",
    "--from, up, must be p or ap",
    "--pulse, -1ns, must be positive",
    "--voltage, 3ns, --voltage",
    "--pulse, 1ps:100ns:0.001ps, ''",
    "--device, measured-compact-fit, must be a macrospin device"
  })
  void badInputIsRefusedInOneSentence(String option, String value, String sentence) {
    CapturedSession session = new CapturedSession();
    assertThat(session.run("device", "map", option, value, "--quiet")).isEqualTo(2);
    assertThat(session.err().strip()).contains(sentence).doesNotContain("\n");
  }
}
