package io.spindrift.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.cli.CapturedSession;
import io.spindrift.cli.ReadJson;
import io.spindrift.device.fit.ResistancePredictor;
import io.spindrift.device.spec.DeviceLoader;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.table.FieldAxis;
import io.spindrift.device.table.FieldResistanceTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A user's own measurements on the command line. */
class MeasuredDeviceCommandsTest {
  private static final String COUNTS =
      """
      # a small table
      voltage_volts,pulse_seconds,from_state,trials,switched
      1.2,1e-9,p,1000,100
      1.2,2e-9,p,1000,500
      1.2,1e-9,ap,1000,120
      1.2,2e-9,ap,1000,520
      """;

  private static final String HALF = "barrier.tmr,barrier.halfVoltage";

  @TempDir Path folder;

  @Test
  void aBareTableIsADevice() throws IOException {
    Path table = Files.writeString(folder.resolve("mine.csv"), COUNTS);
    JsonNode curve = json("device", "switching", "--device", table.toString(), "--json");
    assertThat(curve.path("device").asString()).isEqualTo("mine");
    assertThat(curve.path("method").asString()).isEqualTo("measured");
    assertThat(curve.path("points").size()).isEqualTo(4);
    assertThat(curve.path("points").get(1).path("probability").asDouble())
        .isCloseTo(0.5, within(1e-9));
    assertThat(curve.path("points").get(1).path("standardError").asDouble())
        .isCloseTo(0.0158, within(1e-3));
  }

  @Test
  void aDeviceFileNamesItsTableBesideIt() throws IOException {
    Files.writeString(folder.resolve("mine.csv"), COUNTS);
    Path device =
        Files.writeString(
            folder.resolve("mine.yaml"),
            """
            kind: measured
            name: my junction
            switching: {table: mine.csv}
            operation: {voltage: 1.2 V}
            """);
    JsonNode curve =
        json("device", "switching", "--device", device.toString(), "--from", "ap", "--json");
    assertThat(curve.path("device").asString()).isEqualTo("my junction");
    assertThat(curve.path("points").size()).isEqualTo(2);
  }

  @Test
  void whatWasNotMeasuredIsRefused() throws IOException {
    String table = Files.writeString(folder.resolve("mine.csv"), COUNTS).toString();
    refused(
        "1.2 V", "device", "switching", "--device", table, "--voltage", "1.3V", "--pulse", "1ns");
    refused("between 1 ns and 2 ns", "device", "switching", "--device", table, "--pulse", "5ns");
    refused("switching alone", "device", "equilibrium", "--device", table);
    refused("resistance of mine is missing", "run", "--quick", "--device", table);
    refused("does not exist", "device", "switching", "--device", folder + "/none.csv");
    String broken =
        Files.writeString(folder.resolve("broken.csv"), COUNTS.replace("500", "1500")).toString();
    refused("line 4, column switched", "device", "switching", "--device", broken);
  }

  @Test
  void aResistanceIsFittedAndTheFittedDeviceLoads() throws IOException {
    StringBuilder readings = new StringBuilder("voltage_volts,state,resistance_ohms\n");
    for (String state : new String[] {"p", "ap"}) {
      for (int k = -5; k <= 5; k++) {
        double v = 0.2 * k;
        double parallel = 120e3 * (1 + 0.001 * (k % 2));
        double ohms = state.equals("p") ? parallel : parallel * (1 + 0.8 / (1 + v * v));
        readings.append(v + "," + state + "," + ohms + "\n");
      }
    }
    Path table = Files.writeString(folder.resolve("r.csv"), readings.toString());
    Path out = folder.resolve("out");
    JsonNode fit =
        json("device", "fit", "--resistance", table.toString(), "--out", out.toString(), "--json");
    JsonNode tmr = fit.path("resistance").path("parameters").get(1);
    assertThat(tmr.path("path").asString()).isEqualTo("barrier.tmr");
    assertThat(tmr.path("value").asDouble()).isCloseTo(0.8, within(0.01));
    MacrospinDevice fitted =
        (MacrospinDevice)
            DeviceLoader.load(out.resolve("fitted.yaml").toString(), List.of()).spec();
    assertThat(fitted.barrier().tmr()).isEqualTo(tmr.path("value").asDouble());
    assertThat(out.resolve("resistance_residuals.parquet")).exists();
  }

  @Test
  void anExportedTableIsADeviceAgainAndCanBeFitted() throws IOException {
    String table = folder.resolve("exported.csv").toString();
    CapturedSession export = new CapturedSession();
    String[] made = {
      "device",
      "export",
      "--out",
      table,
      "--voltage",
      "0.84V",
      "--pulse",
      "0.4ns:1.6ns:0.4ns",
      "--temperature",
      "350K",
      "--trajectories",
      "64",
      "--step",
      "4ps",
      "--quiet"
    };
    assertThat(export.run(made)).as(export.err()).isZero();
    List<String> lines = Files.readAllLines(Path.of(table));
    JsonNode curve = json("device", "switching", "--device", table, "--from", "p", "--json");
    assertThat(curve.path("temperatureKelvin").asDouble()).isEqualTo(350);
    assertThat(curve.path("points").size()).isEqualTo(4);
    for (JsonNode point : curve.path("points")) {
      String pulse = String.valueOf(point.path("pulseSeconds").asDouble());
      assertThat(lines)
          .anyMatch(line ->
              line.split(",")[1].equals(pulse)
                  && line.split(",")[2].equals("p")
                  && Math.abs(
                          Double.parseDouble(line.split(",")[4])
                              - point.path("probability").asDouble())
                      < 1e-12);
    }
    JsonNode fit = json(fit(table, "--json", "--quiet", "--bounds", "freeLayer.damping=0.01:0.09"));
    assertThat(fit.path("temperatureKelvin").asDouble()).isEqualTo(350);
    JsonNode damping = fit.path("switching").path("parameters").get(0);
    double error = damping.path("standardError").asDouble();
    // Simulated with 0.03; four standard errors: false-alarm probability 6e-5.
    assertThat(damping.path("value").asDouble()).isCloseTo(0.03, within(4 * error));
    assertThat(fit.path("switching").path("searches").asInt()).isEqualTo(1);
    refused("must be that of the table, 350.0 K", fit(table, "--temperature", "300K"));
  }

  @Test
  void aTableOfSeveralTemperaturesIsRefused() throws IOException {
    String text = "temperature_kelvin," + COUNTS.substring(COUNTS.indexOf("voltage"));
    String both = text.replace("\n1.2,1e-9,p", "\n300,1.2,1e-9,p").replace("\n1.2", "\n350,1.2");
    String table = Files.writeString(folder.resolve("both.csv"), both).toString();
    refused("column temperature_kelvin", "device", "switching", "--device", table);
  }

  @Test
  void resistanceInAFieldTellsTheAnisotropy() throws IOException {
    StringBuilder loop =
        new StringBuilder("field_tesla,axis,voltage_volts,state,resistance_ohms\n");
    MacrospinDevice truth =
        (MacrospinDevice)
            DeviceLoader.load(
                    "precessional-macrospin",
                    List.of("freeLayer.interfaceAnisotropy=1.02mJ/m2", "barrier.tmr=0.7"))
                .spec();
    ResistancePredictor model = new ResistancePredictor(300);
    for (String state : new String[] {"p", "ap"}) {
      for (int k = -10; k <= 10; k++) {
        FieldResistanceTable.Row row =
            new FieldResistanceTable.Row(0.002 * k, FieldAxis.Y, 0.02, state.equals("ap"), 1);
        double ohms = model.ohms(truth, new FieldResistanceTable(List.of(row)))[0];
        double noise = 1 + 0.001 * (k * k % 3 - 0.5);
        loop.append("%s,y,0.02,%s,%s%n".formatted(0.002 * k, state, ohms * noise));
      }
    }
    String table = Files.writeString(folder.resolve("loop.csv"), loop).toString();
    Path out = folder.resolve("out");
    JsonNode fit =
        json("device", "fit", "--resistance", table, "--out", out.toString(), "--json", "--quiet");
    JsonNode parameters = fit.path("resistance").path("parameters");
    assertThat(parameters.size()).isEqualTo(3);
    assertThat(parameters.get(2).path("path").asString())
        .isEqualTo("freeLayer.interfaceAnisotropy");
    assertThat(parameters.get(2).path("value").asDouble()).isCloseTo(1.02e-3, within(2e-6));
    assertThat(parameters.get(1).path("value").asDouble()).isCloseTo(0.7, within(0.005));
    assertThat(fit.path("resistance").path("startWasLocal").asBoolean()).isFalse();
    assertThat(out.resolve("resistance_residuals.parquet")).exists();
    assertThat(out.resolve("fit_resistance_y_20mV.png")).exists();
    refused("the table holds one bias", "device", "fit", "--resistance", table, "--free", HALF);
    String counts = Files.writeString(folder.resolve("mine.csv"), COUNTS).toString();
    refused(
        "which is fitted to --resistance",
        "device",
        "fit",
        "--resistance",
        table,
        "--data",
        counts,
        "--free",
        "barrier.tmr");
  }

  @Test
  void anIncompleteFitIsRefused() throws IOException {
    String table = Files.writeString(folder.resolve("mine.csv"), COUNTS).toString();
    refused("--data or --resistance", "device", "fit");
    refused("--free must name", "device", "fit", "--data", table);
    refused("did you mean", "device", "fit", "--data", table, "--free", "freeLayer.dampingg");
    refused("must be PATH=LO:HI", fit(table, "--bounds", "freeLayer.damping"));
    refused("which --free does not", fit(table, "--bounds", "biasField.x=1mT:20mT"));
    refused("twice", "device", "fit", "--data", table, "--free", "biasField.x,biasField.x");
    refused("must be a macrospin device to start from", fit(table, "--device", table));
  }

  private static String[] fit(String table, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("device", "fit", "--data", table, "--free", "freeLayer.damping"));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  private static JsonNode json(String... arguments) {
    CapturedSession session = new CapturedSession();
    assertThat(session.run(arguments)).as(session.err()).isZero();
    return ReadJson.of(session.out());
  }

  private static void refused(String words, String... arguments) {
    CapturedSession session = new CapturedSession();
    assertThat(session.run(arguments)).as(String.join(" ", arguments)).isEqualTo(2);
    assertThat(session.err()).contains(words);
    assertThat(session.out()).isEmpty();
  }
}
