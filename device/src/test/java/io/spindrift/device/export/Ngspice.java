package io.spindrift.device.export;

import io.spindrift.device.spec.DeviceLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Runs an exported subcircuit in ngspice; tests that use it are skipped where it is absent. */
final class Ngspice {
  private static final long PATIENCE_SECONDS = 120;

  private final Path folder;
  private final JunctionCircuit circuit;

  Ngspice(Path folder, String device, List<String> patches, double temperatureKelvin) {
    Assumptions.assumeTrue(
        onPath("ngspice"),
        "ngspice is not on the PATH: its comparison with our own model is skipped");
    this.folder = folder;
    this.circuit = JunctionCircuit.of(DeviceLoader.load(device, patches), temperatureKelvin);
  }

  JunctionCircuit circuit() {
    return circuit;
  }

  /**
   * Runs an analysis and returns its rows: the sweep variable first, then the vectors.
   *
   * @param source what stands between node 1 and ground, and the junction with its parameters
   * @param analysis such as {@code tran 1p 5n 0 1p}
   * @param vectors what is written
   */
  List<double[]> run(String source, String analysis, String... vectors) {
    Path written = folder.resolve("out.txt");
    String deck =
        """
        comparison
        .include model.cir
        %s
        .options reltol=1e-5 abstol=1e-12 vntol=1e-8
        .control
        set numdgt=16
        set wr_singlescale
        set rndseed=7
        %s
        wrdata out.txt %s
        quit
        .endc
        .end
        """
            .formatted(source, analysis, String.join(" ", vectors));
    try {
      Files.writeString(folder.resolve("model.cir"), SpiceSubcircuit.text(circuit));
      Files.writeString(folder.resolve("deck.cir"), deck);
      Files.deleteIfExists(written);
      Process process =
          new ProcessBuilder("ngspice", "-b", "deck.cir")
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("log.txt").toFile())
              .start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("ngspice did not end");
      }
      String log = Files.readString(folder.resolve("log.txt"), StandardCharsets.ISO_8859_1);
      if (!Files.exists(written)) {
        throw new IllegalStateException("ngspice wrote no result:\n" + log);
      }
      List<double[]> rows = new ArrayList<>();
      for (String line : Files.readAllLines(written)) {
        String[] cells = line.strip().split("\\s+");
        double[] row = new double[cells.length];
        for (int i = 0; i < cells.length; i++) {
          row[i] = Double.parseDouble(cells[i]);
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static boolean onPath(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String place : path.split(java.io.File.pathSeparator, -1)) {
      if (!place.isEmpty() && Files.isExecutable(Path.of(place, program))) {
        return true;
      }
    }
    return false;
  }
}
