package io.spindrift.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.cli.CapturedSession;
import io.spindrift.cli.ReadJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SimulateCommandTest {
  private static final List<String> SMALL =
      List.of(
          "memory",
          "simulate",
          "--device",
          "measured-compact-fit",
          "--rows",
          "64",
          "--columns",
          "128",
          "--set-memory",
          "array.kinds=16",
          "--quiet");

  @TempDir private Path folder;

  @Test
  void documentTellsEveryShareBesideItsExpectation() {
    JsonNode result = json("--attempts", "3", "--pulse", "1ns,2ns");
    assertThat(result.path("writeVoltageVolts").asDouble()).isBetween(1.72, 1.74);
    assertThat(result.path("errors").size()).isEqualTo(10);
    for (JsonNode error : result.path("errors")) {
      assertThat(error.path("low").asDouble()).isLessThanOrEqualTo(error.path("share").asDouble());
      assertThat(error.path("predicted").asDouble()).isBetween(0.0, 1.0);
    }
    assertThat(result.path("curve").size()).isEqualTo(4);
    double sum = 0;
    for (JsonNode action : result.path("actions")) {
      sum += action.path("joules").asDouble();
    }
    assertThat(result.path("totalJoules").asDouble()).isCloseTo(sum, within(1e-12 * sum));
    assertThat(result.path("drops").get(0).path("farVolts").asDouble()).isBetween(1.0, 1.73);
  }

  @Test
  void verdictJudgesEveryCountButVerifiedWrites() {
    CapturedSession session = run("--check", "--json", "--pulse", "1ns,2ns");
    JsonNode verdict = ReadJson.of(session.out()).path("verdict");
    assertThat(verdict.path("passed").asBoolean()).isTrue();
    // Four of writing, four of reading, two of rest, four of the curve.
    assertThat(verdict.path("judged").asInt()).isEqualTo(14);
    assertThat(verdict.path("off").isEmpty()).isTrue();
  }

  @Test
  void farCellGetsLessAndIsWrittenAccordingly() {
    JsonNode cells = json().path("cellWrites");
    assertThat(cells.size()).isEqualTo(3);
    assertThat(cells.get(0).path("volts").asDouble()).isBetween(1.72, 1.74);
    assertThat(cells.get(1).path("volts").asDouble())
        .isLessThan(cells.get(0).path("volts").asDouble());
    assertThat(cells.get(2).path("volts").asDouble())
        .isLessThan(cells.get(1).path("volts").asDouble());
    assertThat(cells.get(2).path("fromP").asDouble())
        .isLessThan(cells.get(0).path("fromP").asDouble());
  }

  @Test
  void folderReceivesTablesAndFiguresAndTheArrayComesBack() throws IOException {
    Path cells = folder.resolve("cells.sda");
    Path out = folder.resolve("out");
    run("--save", cells.toString(), "--out", out.toString());
    for (String name :
        List.of(
            "array-map.png",
            "read-margin.svg",
            "write-error.png",
            "memory-errors.parquet",
            "write-error.parquet")) {
      assertThat(out.resolve(name)).isNotEmptyFile();
    }
    byte[] saved = Files.readAllBytes(cells);
    assertThat(new String(saved, StandardCharsets.ISO_8859_1))
        .contains("pattern random in vcmram-28nm");
    // The pattern is there already, so no cell differs but those that failed.
    JsonNode again = json("--load", cells.toString());
    assertThat(again.path("errors").get(0).path("cells").asLong()).isLessThan(400);
  }

  @Test
  void bitsOfAFileAreWritten() throws IOException {
    Path bits = Files.write(folder.resolve("bits"), new byte[] {0, 0, 0});
    JsonNode result = json("--pattern", bits.toString());
    assertThat(result.path("errors").get(0).path("cells").asLong()).isZero();
    assertThat(result.path("errors").get(1).path("cells").asLong()).isPositive();
  }

  @Test
  void sameSeedGivesTheSameForAnyNumberOfThreads() {
    assertThat(json("--threads", "1")).isEqualTo(json("--threads", "3"));
  }

  @Test
  void unusableInputIsRefusedInOneSentence() throws IOException {
    Path damaged = Files.write(folder.resolve("damaged"), new byte[40]);
    refused("does not begin like one", "--load", damaged.toString());
    refused("must be a file, but there is none", "--load", folder.resolve("none").toString());
    refused("zeros, ones or a file, but stripes is none", "--pattern", "stripes");
    refused("ones or a file, but " + folder, "--pattern", folder.toString());
    refused("is a folder", "--save", folder.toString());
    refused("must be a file, but is none", "--load", folder.toString());
    refused("--attempts must be between 1 and 1000", "--attempts", "0");
    refused("--hold must be zero or positive", "--hold", "-1s");
    refused("--temperature must be positive", "--temperature", "0K");
    refused("must reach 0.75", "--write-voltage", "1.44V");
    refused("neither a preset nor a file", "--memory", "vcmram");
    Path cells = folder.resolve("cells");
    run("--save", cells.toString());
    refused(
        "give its --rows, --columns", "--load", cells.toString(), "--set-memory", "array.kinds=32");
  }

  private JsonNode json(String... more) {
    List<String> all = new ArrayList<>(Arrays.asList(more));
    all.add("--json");
    return ReadJson.of(run(all.toArray(String[]::new)).out());
  }

  private static CapturedSession run(String... more) {
    List<String> all = new ArrayList<>(SMALL);
    all.addAll(Arrays.asList(more));
    CapturedSession session = new CapturedSession();
    assertThat(session.run(all.toArray(String[]::new))).as(session.err()).isZero();
    return session;
  }

  private static void refused(String words, String... more) {
    List<String> all = new ArrayList<>(SMALL);
    all.addAll(Arrays.asList(more));
    CapturedSession session = new CapturedSession();
    assertThat(session.run(all.toArray(String[]::new)))
        .as(session.out())
        .isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(session.out()).isEmpty();
    assertThat(session.err()).contains(words);
    assertThat(session.err().strip().lines()).hasSize(1);
  }
}
