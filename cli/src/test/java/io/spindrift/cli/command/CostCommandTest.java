package io.spindrift.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.cli.CapturedSession;
import io.spindrift.cli.ReadJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class CostCommandTest {
  private static JsonNode json(String... arguments) {
    List<String> all = new ArrayList<>(List.of("cost", "--device", "measured-compact-fit"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--json", "--quiet"));
    CapturedSession session = new CapturedSession();
    assertThat(session.run(all.toArray(String[]::new))).as(session.err()).isZero();
    return ReadJson.of(session.out());
  }

  /**
   * Two pulses of 54 fJ a toss; with periphery a read of 10 fJ and three word lines of 52 fJ a row.
   */
  @Test
  void aBitOfTheCompactFitCostsItsPulsesItsReadAndItsShareOfTheWordLines() {
    JsonNode cost = json("--columns", "256");
    double cell = cost.path("generator").path("cellOnly").path("joulesPerBit").asDouble();
    double all = cost.path("generator").path("withPeriphery").path("joulesPerBit").asDouble();
    assertThat(cell).isCloseTo(2 * 54e-15, within(0.01 * 2 * 54e-15));
    assertThat(all - cell).isCloseTo(10e-15 + 3 * 52e-15 / 256, within(1e-20));
    double stages = 0;
    for (JsonNode stage : cost.path("stages")) {
      stages += stage.path("joules").asDouble();
    }
    assertThat(stages).isCloseTo(all * (1 << 20), within(1e-6 * stages));
    for (String list : List.of("prices", "areas", "technologies")) {
      assertThat(cost.path(list).size()).isPositive();
      for (JsonNode line : cost.path(list)) {
        assertThat(line.path("source").asString("")).as(list + ": " + line).isNotBlank();
        assertThat(line.path("kind").asString("")).isNotBlank();
      }
    }
    assertThat(cost.path("definitions").size()).isEqualTo(8);
    assertThat(cost.path("sensitivities").size()).isEqualTo(4);
  }

  @Test
  void oneDefinitionAndAnotherNodeGiveOtherAreasAndFigures(@TempDir Path folder) {
    JsonNode fine =
        json("--technology", "14nm", "--definition", "energy-area", "--out", folder.toString());
    assertThat(fine.path("definitions").size()).isEqualTo(2);
    assertThat(fine.path("sensitivities").size()).isEqualTo(1);
    JsonNode coarse = json("--technology", "65nm", "--definition", "energy-area");
    assertThat(area(coarse)).isGreaterThan(5 * area(fine));
    for (String name : List.of("energy-waterfall", "area-energy", "tornado-1")) {
      assertThat(folder.resolve(name + ".png")).isNotEmptyFile();
      assertThat(folder.resolve(name + ".svg")).isNotEmptyFile();
    }
    assertThat(folder.resolve("prices.parquet")).isNotEmptyFile();
  }

  private static double area(JsonNode cost) {
    return cost.path("generator").path("withPeriphery").path("squareMeters").asDouble();
  }

  @Test
  void convertersTakeAreaAndSharingGivesItBack() {
    double none = area(json());
    double each = area(json("--adc-bits", "8", "--adc-sharing", "1"));
    double shared = area(json("--adc-bits", "8", "--adc-sharing", "8"));
    assertThat(each - none).isCloseTo(8 * (shared - none), within(1e-6 * each));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --technology 5nm    | technology node must be between 7 nm and 130 nm
          --technology 28     | --technology
          --definition best   | --definition must be energy, energy-area, energy-per-area
          --adc-bits 2        | --adc-bits must be 0 or between 4 and 10, but was 2
          --adc-bits 11       | --adc-bits must be between 0 and 10
          --cpu-watts 10W     | --cpu-watts must come with --measure-cpu
          --prices none.csv   | none.csv cannot be read
          """)
  void whatCannotBeUsedIsRefusedInOneSentence(String options, String sentence) {
    CapturedSession session = new CapturedSession();
    List<String> arguments = new ArrayList<>(List.of("cost"));
    arguments.addAll(List.of(options.strip().split(" ")));
    assertThat(session.run(arguments.toArray(String[]::new))).isEqualTo(2);
    assertThat(session.err()).contains(sentence.strip());
    assertThat(session.out()).isEmpty();
  }

  @Test
  void aUsersTableOfAnotherVersionIsRefusedByName(@TempDir Path folder) throws IOException {
    Path table = folder.resolve("mine.csv");
    Files.writeString(table, "# spindrift technologies version 9, 2026-01-01\nid\n");
    CapturedSession session = new CapturedSession();
    assertThat(session.run("cost", "--technologies", table.toString())).isEqualTo(2);
    assertThat(session.err())
        .contains("is technologies version 9, but this program reads technologies version 1");
  }

  @Test
  void aPlainTableOfTheUserIsComparedWithAndKeepsItsWords(@TempDir Path folder) throws IOException {
    Path table = folder.resolve("mine.csv");
    Files.writeString(
        table,
        "id,technology,energy_per_bit_joules,area_per_generator_square_micrometers,bits_per_second,"
            + "node_nanometers,kind,source\n"
            + "a,mine,1e-12,100,1e6,28,measured silicon,S\n"
            + "b,other,1e-15,,1e7,,measured silicon and projection,T\n");
    JsonNode cost = json("--technologies", table.toString(), "--definition", "energy");
    assertThat(cost.path("technologies").get(1).path("kind").asString(""))
        .isEqualTo("measured silicon and projection");
    for (JsonNode definition : cost.path("definitions")) {
      assertThat(definition.path("rivals").asInt()).isEqualTo(1);
    }
  }
}
