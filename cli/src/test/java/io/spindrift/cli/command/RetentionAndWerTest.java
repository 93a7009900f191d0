package io.spindrift.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.cli.CapturedSession;
import io.spindrift.cli.ReadJson;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RetentionAndWerTest {
  @TempDir private Path folder;

  private static JsonNode json(String... arguments) {
    CapturedSession session = new CapturedSession();
    assertThat(session.run(arguments)).as(session.err()).isZero();
    return ReadJson.of(session.out());
  }

  private static void refused(String words, String... arguments) {
    CapturedSession session = new CapturedSession();
    assertThat(session.run(arguments)).as(session.out()).isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(session.out()).isEmpty();
    assertThat(session.err()).contains(words);
  }

  @Test
  void retentionOfTheCheckDeviceIsThatOfItsFormula() {
    JsonNode result =
        json("device", "retention", "--time", "1us", "--read-voltage", "0.1V", "--json");
    JsonNode point = result.path("points").get(0);
    assertThat(point.path("method").asString()).isEqualTo("formula");
    assertThat(point.path("barrierOverThermalEnergy").asDouble()).isCloseTo(12.854, within(1e-3));
    double rate = point.path("ratePerSecond").asDouble();
    assertThat(point.path("retentionSeconds").asDouble()).isEqualTo(1 / rate);
    assertThat(point.path("attemptSeconds").asDouble() * rate)
        .isCloseTo(Math.exp(-12.854), within(1e-8));
    assertThat(point.path("lossProbability").asDouble()).isCloseTo(1e-6 * rate, within(1e-5));
    assertThat(point.path("readRatePerSecond").asDouble()).isGreaterThan(2 * rate);
  }

  @Test
  void strayFieldKeepsOneStateLonger() {
    JsonNode points =
        json(
                "device",
                "retention",
                "--set",
                "biasField.x=0T",
                "--set",
                "biasField.z=2mT",
                "--temperature",
                "300K,350K",
                "--out",
                folder.toString(),
                "--json",
                "--quiet")
            .path("points");
    assertThat(points.size()).isEqualTo(4);
    assertThat(points.get(0).path("method").asString()).isEqualTo("quadrature");
    assertThat(points.get(0).path("retentionSeconds").asDouble())
        .isGreaterThan(points.get(1).path("retentionSeconds").asDouble());
    assertThat(folder.resolve("retention.png")).isNotEmptyFile();
    assertThat(folder.resolve("retention.parquet")).isNotEmptyFile();
  }

  @Test
  void aJunctionWithoutABarrierHasNoRetention() {
    refused("must have two stable states", "device", "retention", "--voltage", "0.84V");
    refused("--method quadrature needs", "device", "retention", "--method", "quadrature");
    refused("--method must be", "device", "retention", "--method", "guess");
    refused("--time must be positive", "device", "retention", "--time", "0s");
  }

  @Test
  void rareAndFrequentErrorsAreFoundByTheMethodThatSuits() {
    JsonNode result =
        json(
            "device",
            "wer",
            "--pulse",
            "0.8ns,1.4ns",
            "--relax",
            "1ns",
            "--step",
            "2ps",
            "--kernel",
            "reference",
            "--from",
            "p",
            "--replicas",
            "4",
            "--particles",
            "50",
            "--out",
            folder.toString(),
            "--json",
            "--quiet");
    JsonNode points = result.path("points");
    assertThat(points.get(0).path("method").asString()).isEqualTo("macrospin");
    JsonNode rare = points.get(1);
    assertThat(rare.path("method").asString()).isEqualTo("splitting");
    assertThat(rare.path("writeErrorRate").asDouble()).isBetween(1e-6, 1e-2);
    assertThat(rare.path("low").asDouble()).isLessThan(rare.path("writeErrorRate").asDouble());
    assertThat(rare.path("high").asDouble()).isGreaterThan(rare.path("writeErrorRate").asDouble());
    assertThat(rare.path("trajectories").asInt()).isEqualTo(200);
    assertThat(rare.path("crossoverSeconds").asDouble()).isPositive();
    assertThat(folder.resolve("write_error_rate.png")).isNotEmptyFile();
    assertThat(folder.resolve("write_error_rate.parquet")).isNotEmptyFile();
  }

  @Test
  void unusableEffortIsRefused() {
    refused("--replicas must be between 4", "device", "wer", "--replicas", "1");
    refused("--particles must be between 16", "device", "wer", "--particles", "2");
    refused("--method must be splitting", "device", "wer", "--method", "luck");
    refused("must be a macrospin device", "device", "wer", "--device", "measured-compact-fit");
  }

  @Test
  void durationsAreSaidInTheUnitThatSuits() {
    assertThat(DurationText.of(3.64e-4)).isEqualTo("364 us");
    assertThat(DurationText.of(10 * 365.25 * 86_400)).isEqualTo("10 years");
    assertThat(DurationText.of(3 * 86_400)).isEqualTo("3 days");
    assertThat(DurationText.of(3e17)).isEqualTo("9.51e9 years");
  }
}
