package io.spindrift.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.cli.CapturedSession;
import io.spindrift.cli.ReadJson;
import io.spindrift.experiment.run.ParquetTable;
import io.spindrift.experiment.run.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ExportCommandTest {
  private static final List<String> FIT =
      List.of("--device", "measured-compact-fit", "--voltage", "1.44V,1.6V", "--pulse", "1ns,2ns");

  @TempDir private Path folder;

  private JsonNode exported(List<String> options, String... more) {
    CapturedSession session = new CapturedSession();
    List<String> arguments = new ArrayList<>(List.of("device", "export", "--json", "--quiet"));
    arguments.addAll(options);
    arguments.addAll(List.of(more));
    assertThat(session.run(arguments.toArray(String[]::new))).as(session.err()).isZero();
    return ReadJson.of(session.out());
  }

  private static void refused(String word, String... arguments) {
    CapturedSession session = new CapturedSession();
    assertThat(session.run(arguments)).as(session.err()).isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(session.out()).isEmpty();
    assertThat(session.err()).contains(word);
  }

  @Test
  void parquetCsvAndJsonHoldTheSameTable() throws IOException {
    for (String format : List.of("parquet", "csv", "json")) {
      JsonNode said = exported(FIT, "--format", format, "--out", folder.toString());
      assertThat(said.path("method").asString()).isEqualTo("compact-fit");
      assertThat(said.path("points").asInt()).isEqualTo(8);
    }
    Table parquet = ParquetTable.read(folder.resolve("measured_compact_fit.parquet"));
    List<String> csv = Files.readAllLines(folder.resolve("measured_compact_fit.csv"));
    JsonNode json = ReadJson.of(Files.readString(folder.resolve("measured_compact_fit.json")));
    assertThat(csv.getFirst().split(",")).containsExactlyElementsOf(parquet.columns().keySet());
    assertThat(parquet.rows()).isEqualTo(8);
    for (int row = 0; row < 8; row++) {
      String[] cells = csv.get(row + 1).split(",");
      JsonNode point = json.path("points").get(row);
      double probability = parquet.numbers("probability")[row];
      assertThat(Double.parseDouble(cells[4])).isEqualTo(probability);
      assertThat(point.path("probability").asDouble()).isEqualTo(probability);
      assertThat(Double.parseDouble(cells[0])).isEqualTo(parquet.numbers("voltage_volts")[row]);
      assertThat(point.path("voltageVolts").asDouble())
          .isEqualTo(parquet.numbers("voltage_volts")[row]);
      assertThat(cells[2]).isEqualTo(parquet.texts("from_state")[row]);
      assertThat(point.path("from").asString()).isEqualTo(cells[2]);
    }
    assertThat(json.path("parameters").path("kind").asString()).isEqualTo("compact-fit");
    assertThat(json.path("sources").size()).isGreaterThan(20);
  }

  @Test
  void aSimulatedTableTellsItsCountsAndItsSeed() throws IOException {
    Path file = folder.resolve("deep/er/curve.csv");
    JsonNode said =
        exported(
            List.of("--out", file.toString(), "--pulse", "1.408ns", "--trajectories", "32"),
            "--step",
            "4ps",
            "--seed",
            "9");
    assertThat(said.path("format").asString()).isEqualTo("csv");
    assertThat(said.path("seed").asLong()).isEqualTo(9);
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(3);
    String[] cells = lines.get(1).split(",");
    assertThat(lines.getFirst()).endsWith("trials,switched");
    assertThat(cells[6]).isEqualTo("32");
    assertThat(Double.parseDouble(cells[4]))
        .isCloseTo(Double.parseDouble(cells[7]) / 32, within(1e-15));
  }

  @Test
  void aTableWithoutSamplingHasNoCounts() throws IOException {
    Path file = folder.resolve("density.csv");
    JsonNode said =
        exported(
            List.of("--out", file.toString(), "--pulse", "1.024ns,1.408ns"),
            "--method",
            "fokker-planck");
    assertThat(said.path("method").asString()).isEqualTo("fokker-planck");
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(5);
    assertThat(lines.getFirst()).endsWith("probability,standard_error");
    // docs/physics/macrospin.md: 0.8606 and 0.9997 by an independent solution.
    assertThat(Double.parseDouble(lines.get(1).split(",")[4])).isCloseTo(0.8606, within(1e-4));
    assertThat(Double.parseDouble(lines.get(2).split(",")[4])).isCloseTo(0.9997, within(1e-4));
  }

  @Test
  void circuitModelsAreWrittenForOneTemperature() throws IOException {
    JsonNode said = exported(List.of("--format", "spice", "--out", folder.toString()));
    assertThat(said.path("module").asString()).isEqualTo("precessional_macrospin");
    assertThat(said.path("temperatureKelvin").asDouble()).isEqualTo(300);
    assertThat(Files.readString(folder.resolve("precessional_macrospin.cir")))
        .contains(".subckt precessional_macrospin p n mx my mz");
    Path verilog = folder.resolve("model.va");
    exported(List.of("--out", verilog.toString(), "--device", "arm-stt-vcma"));
    assertThat(Files.readString(verilog)).contains("module arm_stt_vcma(p, n, mx, my, mz);");
  }

  @Test
  void whatCannotBeExportedIsRefused() throws IOException {
    refused("--format must be given", "device", "export");
    refused("--format must be one of parquet, csv", "device", "export", "--format", "xlsx");
    refused(
        "needs a macrospin device",
        "device",
        "export",
        "--format",
        "spice",
        "--device",
        "measured-compact-fit");
    refused(
        "--voltage belongs to a table",
        "device",
        "export",
        "--format",
        "verilog-a",
        "--voltage",
        "1V");
    refused("came twice", "device", "export", "--format", "csv", "--voltage", "1V,1V");
    refused(
        "--method must be macrospin", "device", "export", "--format", "csv", "--method", "magic");
    refused(
        "--method belongs to a macrospin device",
        "device",
        "export",
        "--format",
        "csv",
        "--device",
        "measured-compact-fit",
        "--method",
        "macrospin");
    refused(
        "--method belongs to a table",
        "device",
        "export",
        "--format",
        "spice",
        "--method",
        "macrospin");
    refused(
        "two stable states",
        "device",
        "export",
        "--format",
        "spice",
        "--set",
        "freeLayer.interfaceAnisotropy=0.5mJ/m2");
    Path file = Files.writeString(folder.resolve("file"), "");
    refused("--out", "device", "export", "--out", file.resolve("under.csv").toString());
  }

  @Test
  void nothingIsLeftBehindByARefusal() {
    Path file = folder.resolve("table.csv");
    refused("--pulse", "device", "export", "--out", file.toString(), "--pulse", "0ns");
    assertThat(file).doesNotExist();
  }
}
