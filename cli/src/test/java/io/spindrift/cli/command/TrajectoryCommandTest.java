package io.spindrift.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.cli.CapturedSession;
import io.spindrift.cli.ReadJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class TrajectoryCommandTest {
  @TempDir Path folder;

  @Test
  void aPulseTurnsTheMagnetisationAndCostsItsHeat() {
    JsonNode result =
        json(
            "device trajectory --voltage 0.84V --pulse 1.42ns --noise off --every 10 --json"
                + " --quiet");
    JsonNode trajectory = result.path("trajectories").get(0);
    assertThat(trajectory.path("switched").asBoolean()).isTrue();
    assertThat(trajectory.path("junctionJoules").asDouble()).isBetween(6e-15, 10e-15);
    JsonNode seconds = trajectory.path("seconds");
    for (String column :
        new String[] {
          "sourceVolts",
          "junctionVolts",
          "mx",
          "my",
          "mz",
          "conductanceSiemens",
          "currentAmperes",
          "temperatureKelvin",
          "energyJoules"
        }) {
      assertThat(trajectory.path(column).size()).as(column).isEqualTo(seconds.size());
    }
    assertThat(seconds.get(seconds.size() - 1).asDouble()).isCloseTo(4.42e-9, within(1e-18));
  }

  @Test
  void trajectoriesDifferInTheirNoiseAndDependOnTheSeedAlone() {
    String command =
        "device trajectory --pulse 0.1ns --relax 0.1ns --trajectories 2 --json --quiet --seed ";
    JsonNode first = json(command + 4);
    assertThat(first).isEqualTo(json(command + 4));
    assertThat(first).isNotEqualTo(json(command + 5));
    JsonNode both = first.path("trajectories");
    assertThat(both.get(0).path("mz")).isNotEqualTo(both.get(1).path("mz"));
  }

  @Test
  void tableAndFigureAreWritten() {
    CapturedSession session = new CapturedSession();
    int status =
        session.run(
            ("device trajectory --pulse 1ns --rise 0.1ns --fall 0.1ns --count 2 --period 2ns"
                    + " --set driver.series=2kOhm --set driver.parasitic=20fF --out "
                    + folder)
                .split(" "));
    assertThat(status).as(session.err()).isZero();
    assertThat(folder.resolve("trajectory.parquet")).isNotEmptyFile();
    assertThat(folder.resolve("trajectory.png")).isNotEmptyFile();
    assertThat(folder.resolve("trajectory.svg")).isNotEmptyFile();
    assertThat(session.out()).contains("switched").contains("with thermal noise over 6.1 ns");
  }

  @Test
  void aMeasuredWaveformIsFollowed() throws IOException {
    Path file = folder.resolve("scope.csv");
    Files.writeString(file, "time_seconds,voltage_volts\n0,0\n1e-10,0.4\n2e-10,0.1\n");
    JsonNode result =
        json("device trajectory --relax 0s --every 1 --json --quiet --waveform " + file);
    JsonNode volts = result.path("trajectories").get(0).path("sourceVolts");
    assertThat(volts.get(100).asDouble()).isCloseTo(0.4, within(1e-12));
    assertThat(volts.get(200).asDouble()).isCloseTo(0.1, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--step 100ps | rad in it, but was 100 ps",
        "--rise 3ns | pulse must be at least half of rise and fall together, 1.5 ns",
        "--rise -1ps | --rise must be zero or positive",
        "--count 3 | --period must be given with --count",
        "--count 3 --period 0.5ns | period must be at least the length of one pulse",
        "--noise maybe | --noise must be on or off, but was 'maybe'",
        "--from up | --from must be p or ap",
        "--waveform nowhere.csv | nowhere.csv does not exist",
        "--waveform x.csv --pulse 1ns | --waveform stands for the whole waveform",
        "--device measured-compact-fit | has no magnetisation",
        "--set freeLayer.interfaceAnisotropy=0.9mJ/m2 | must be positive for two stable states",
        "--set freeLayer.pillarHeight=1nm | freeLayer.thickness must be at most the pillar height",
        "--set freeLayer.majorAxis=1mm | freeLayer.majorAxis",
        "--set temperatureLaws.curie=250K | must be below the Curie temperature of 250 K",
        "--set temperatureLaws.curie=900K --temperature 950K | below the Curie temperature of 900"
            + " K",
        "--set driver.series=-1Ohm | driver.series",
        "--pulse 1s | a trajectory must have at most 1000000000 steps",
      })
  void refusalsEndWithStatusTwoAndOneSentence(String options, String sentence) {
    CapturedSession session = new CapturedSession();
    int status = session.run(("device trajectory --quiet " + options.strip()).split(" "));
    assertThat(status).as(session.err()).isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(session.err()).contains(sentence.strip());
    assertThat(session.out()).isEmpty();
  }

  private static JsonNode json(String command) {
    CapturedSession session = new CapturedSession();
    assertThat(session.run(command.split(" "))).as(session.err()).isZero();
    return ReadJson.of(session.out());
  }
}
