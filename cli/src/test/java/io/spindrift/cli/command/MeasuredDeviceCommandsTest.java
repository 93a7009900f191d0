package io.spindrift.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.cli.CapturedSession;
import io.spindrift.cli.ReadJson;
import io.spindrift.device.spec.DeviceLoader;
import io.spindrift.device.spec.MacrospinDevice;
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
