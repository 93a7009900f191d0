package io.spindrift.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.cli.CapturedSession;
import io.spindrift.cli.ReadJson;
import io.spindrift.experiment.run.ParquetTable;
import io.spindrift.experiment.run.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PopulationCommandTest {
  private static JsonNode json(String... arguments) {
    CapturedSession session = run(arguments);
    return ReadJson.of(session.out());
  }

  private static CapturedSession run(String... arguments) {
    CapturedSession session = new CapturedSession();
    List<String> words = new ArrayList<>(List.of("device", "population"));
    words.addAll(List.of(arguments));
    assertThat(session.run(words.toArray(String[]::new))).as(session.err()).isZero();
    return session;
  }

  private static void refused(String words, String... arguments) {
    CapturedSession session = new CapturedSession();
    List<String> all = new ArrayList<>(List.of("device", "population", "--pulse", "1ns"));
    all.addAll(List.of(arguments));
    assertThat(session.run(all.toArray(String[]::new))).isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(session.out()).isEmpty();
    assertThat(session.err()).contains(words);
  }

  /** At 1.44 V the asymmetry alone moves the freely running coin: ln(up/down) of sigma 0.669. */
  @Test
  void devicesOfACompactFitAreEvaluated() {
    JsonNode population =
        json("--device", "measured-compact-fit", "--devices", "4000", "--pulse", "10ns", "--json");
    assertThat(population.path("devices").asInt()).isEqualTo(4000);
    assertThat(population.path("trajectories").asInt()).isZero();
    JsonNode p = population.path("probability").path("p");
    assertThat(p.path("mean").asDouble()).isCloseTo(0.47, within(0.02));
    assertThat(p.path("sigma").asDouble()).isEqualTo(p.path("readSigma").asDouble());
    assertThat(p.path("countingSigma").asDouble()).isZero();
    long counted = 0;
    for (JsonNode count : p.path("histogram").path("counts")) {
      counted += count.asLong();
    }
    assertThat(counted).isEqualTo(4000);
    assertThat(population.path("yield").size()).isEqualTo(15);
    assertThat(population.path("resetBias").path("p").path("mean").asDouble())
        .isCloseTo(p.path("mean").asDouble() - 0.5, within(1e-12));
  }

  @Test
  void devicesOfAMacrospinAreDrawnSimulatedAndWritten(@TempDir Path folder) {
    CapturedSession session =
        run(
            "--pulse",
            "1ns",
            "--devices",
            "3",
            "--trajectories",
            "16",
            "--step",
            "8ps",
            "--relax",
            "1ns",
            "--quiet",
            "--out",
            folder.toString());
    assertThat(session.out()).contains("freeLayer.diameter").contains("bias, free running");
    Table table = ParquetTable.read(folder.resolve("population.parquet"));
    assertThat(table.rows()).isEqualTo(3);
    assertThat(table.columns().keySet())
        .contains(
            "device",
            "redraws",
            "freeLayer_diameterMeters",
            "barrier_tmr",
            "stabilityFactor",
            "parallelOhms",
            "probabilityFromParallel",
            "antiparallelShare",
            "lagOneCorrelation");
    assertThat(table.numbers("freeLayer_diameterMeters")[0]).isCloseTo(50e-9, within(10e-9));
    for (String figure : List.of("probability", "bias", "yield")) {
      assertThat(folder.resolve("population_" + figure + ".png")).isNotEmptyFile();
      assertThat(folder.resolve("population_" + figure + ".svg")).isNotEmptyFile();
    }
  }

  @Test
  void fokkerPlanckCountsNothing() {
    JsonNode population =
        json(
            "--pulse",
            "0.5ns",
            "--devices",
            "2",
            "--relax",
            "1ns",
            "--method",
            "fokker-planck",
            "--set",
            "freeLayer.majorAxis=18nm",
            "--set",
            "freeLayer.minorAxis=18nm",
            "--json",
            "--quiet");
    assertThat(population.path("method").asString()).isEqualTo("fokker-planck");
    assertThat(population.path("trajectories").asInt()).isZero();
    JsonNode p = population.path("probability").path("p");
    assertThat(p.path("countingSigma").asDouble()).isZero();
    // Without a field along the easy axis both states switch alike.
    assertThat(population.path("probability").path("ap").path("mean").asDouble())
        .isCloseTo(p.path("mean").asDouble(), within(1e-6));
  }

  /** 20,000 draws: the standard deviation has the error 0.5 %, checked at four of them. */
  @Test
  void devicesCanBeDrawnWithoutSimulatingThem() {
    JsonNode population =
        json(
            "--pulse",
            "1ns",
            "--devices",
            "20k",
            "--trajectories",
            "0",
            "--json",
            "--set",
            "spread.parameters.4.relativeSigma=1");
    JsonNode ki = population.path("parameters").get(0);
    assertThat(ki.path("parameter").asString()).isEqualTo("freeLayer.interfaceAnisotropy");
    assertThat(ki.path("drawnSigma").asDouble() / ki.path("lawSigma").asDouble())
        .isCloseTo(1, within(0.02));
    assertThat(population.path("redraws").asLong()).isPositive();
    assertThat(population.path("redrawnDevices").asLong()).isPositive();
    assertThat(population.has("probability")).isFalse();
  }

  @Test
  void theVariationSeedChoosesTheDevicesAndTheSeedTheNoise() {
    String[] few = {
      "--pulse",
      "1ns",
      "--devices",
      "4",
      "--trajectories",
      "8",
      "--step",
      "8ps",
      "--relax",
      "1ns",
      "--quiet",
      "--json"
    };
    JsonNode one = json(few);
    assertThat(json(with(few, "--threads", "3"))).isEqualTo(one);
    JsonNode noise = json(with(few, "--seed", "2"));
    assertThat(noise.path("parameters")).isEqualTo(one.path("parameters"));
    JsonNode devices = json(with(few, "--variation-seed", "2"));
    assertThat(devices.path("parameters")).isNotEqualTo(one.path("parameters"));
  }

  @Test
  void unusableInputIsRefusedInOneSentence() {
    refused("--devices must be between 2", "--devices", "1");
    refused("--trajectories must be 0 or at least 2", "--trajectories", "1");
    refused("perhaps freeLayer.damping", "--set", "spread.parameters.0.parameter=freeLayer.dampin");
    refused("is not a known setting", "--set", "spread.interfaceAnisotropy=0.01", "--devices", "4");
    refused(
        "none of 1000 draws was",
        "--set",
        "spread.parameters=[{parameter: freeLayer.demagnetising.z, relativeSigma: 10}]");
    // no pulse of its own and no curve that comes near 1/2
    CapturedSession session = new CapturedSession();
    int status = session.run("device", "population", "--voltage", "0.1V");
    assertThat(status).as(session.err()).isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(session.err()).contains("must come near 0.5");
  }

  private static String[] with(String[] arguments, String... more) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }
}
