package io.spindrift.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.cli.CapturedSession;
import io.spindrift.cli.ReadJson;
import io.spindrift.memory.product.IntegerMatrixFile;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.file.NpyHeader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class MvmCommandTest {
  private static final String[] SMALL = {
    "memory", "mvm", "--rows", "32", "--columns", "8", "--vectors", "2", "--chips", "8", "--quiet"
  };

  @TempDir private Path folder;

  private static String[] with(String... more) {
    String[] all = Arrays.copyOf(SMALL, SMALL.length + more.length);
    System.arraycopy(more, 0, all, SMALL.length, more.length);
    return all;
  }

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

  private Path npy(String name, String type, List<Long> shape, int... values) throws IOException {
    byte[] header = new NpyHeader(type, ByteOrder.LITTLE_ENDIAN, shape).bytes();
    ByteBuffer bytes = ByteBuffer.allocate(header.length + 8 * values.length);
    bytes.order(ByteOrder.LITTLE_ENDIAN).put(header);
    for (int value : values) {
      bytes.putLong(value);
    }
    return Files.write(folder.resolve(name), bytes.array());
  }

  @Test
  void everySpreadAndWidthHasItsErrorBesideTheory() {
    JsonNode result =
        json(
            with(
                "--spread",
                "0.05,0.2",
                "--adc-bits",
                "4,8",
                "--noise",
                "0.5",
                "--json",
                "--out",
                folder.toString()));
    JsonNode points = result.path("points");
    assertThat(points.size()).isEqualTo(4);
    for (JsonNode point : points) {
      double error = point.path("errorVariance").asDouble();
      // Five standard errors, false alarm 6e-7 where normal.
      assertThat(error)
          .isCloseTo(
              point.path("expectedVariance").asDouble(),
              within(5 * point.path("standardError").asDouble()));
      assertThat(point.path("analyticVariance").asDouble())
          .isCloseTo(
              point.path("spreadVariance").asDouble()
                  + point.path("noiseVariance").asDouble()
                  + point.path("quantisationVariance").asDouble(),
              within(1e-9 * error));
    }
    assertThat(folder.resolve("product_error.parquet")).isNotEmptyFile();
    assertThat(folder.resolve("product_error.png")).isNotEmptyFile();
    assertThat(folder.resolve("product_histogram.svg")).isNotEmptyFile();
  }

  @Test
  void alikeCellsGiveExactResultsForGivenMatrices() throws IOException {
    Path weights = npy("w.npy", "i8", List.of(2L, 2L), 7, -7, -1, 3);
    Path inputs = npy("x.npy", "i8", List.of(1L, 2L), 15, 2);
    String[] given = {
      "memory",
      "mvm",
      "--weights",
      weights.toString(),
      "--inputs",
      inputs.toString(),
      "--spread",
      "0",
      "--adc-bits",
      "6",
      "--chips",
      "2",
      "--json",
      "--quiet"
    };
    JsonNode point = json(given).path("points").get(0);
    assertThat(point.path("errorVariance").asDouble()).isZero();
    assertThat(point.path("effectiveBits").isNull()).isTrue();
    // Results 103 and -99.
    assertThat(point.path("signalVariance").asDouble()).isCloseTo(101 * 101, within(1e-6));
    // x = 15 drives in four cycles, x = 2 in one; 3 slices, 2 columns, pairs; 4 accumulations.
    assertThat(point.path("actionsPerAccumulation").path("CELL_CURRENT").asDouble())
        .isEqualTo(5 * 3 * 2 * 2 / 4.0);
  }

  @Test
  void aResistiveLineAndABinaryProductAreSimulated() {
    JsonNode plain = json(with("--method", "binary", "--spread", "0.01", "--json"));
    JsonNode lossy =
        json(with("--method", "binary", "--spread", "0.01", "--ir-drop", "200Ohm", "--json"));
    assertThat(lossy.path("points").get(4).path("errorVariance").asDouble())
        .isGreaterThan(plain.path("points").get(4).path("errorVariance").asDouble());
  }

  /** 8 x 256 columns of 16 rows; five standard errors, false alarm 6e-7 each where normal. */
  @Test
  void populationCountsFollowTheirTheory() {
    JsonNode points =
        json(
                "memory",
                "mvm",
                "--method",
                "count",
                "--rows",
                "16",
                "--chips",
                "8",
                "--spread",
                "0,0.1",
                "--adc-bits",
                "4,5",
                "--quiet",
                "--json")
            .path("points");
    assertThat(points.size()).isEqualTo(4);
    assertThat(points.get(1).path("errorVariance").asDouble()).isZero();
    assertThat(points.get(1).path("wrongShare").asDouble()).isZero();
    for (JsonNode point : points) {
      double expected = point.path("expectedVariance").asDouble();
      assertThat(point.path("errorVariance").asDouble())
          .isCloseTo(expected, within(1e-12 + 5 * point.path("standardError").asDouble()));
      double wrong = point.path("expectedWrongShare").asDouble();
      assertThat(point.path("wrongShare").asDouble())
          .isCloseTo(wrong, within(1e-12 + 5 * Math.sqrt(wrong * (1 - wrong) / 2048)));
    }
    // One drive, 16 currents, 2^4 steps and a share 16/256 of the word lines.
    assertThat(points.get(0).path("joulesPerCount").asDouble())
        .isCloseTo(52e-15 + 16e-15 + 16 * 34.4e-15 + 52e-15 / 16, within(1e-20));
    refused(
        "--vectors must be left out with --method count",
        "memory",
        "mvm",
        "--method",
        "count",
        "--vectors",
        "2");
    refused("columns", "memory", "mvm", "--method", "count", "--columns", "100");
  }

  /** Every prefix, and every header byte changed to one of three values: read or refused. */
  @Test
  void aDamagedMatrixIsReadOrRefusedInOneSentence() throws IOException {
    byte[] sound = Files.readAllBytes(npy("sound.npy", "i8", List.of(2L, 2L), 7, -7, -1, 3));
    Path file = folder.resolve("damaged.npy");
    for (int i = 0; i < sound.length; i++) {
      Files.write(file, Arrays.copyOf(sound, i));
      assertThatThrownBy(() -> IntegerMatrixFile.read(file, -7, 7))
          .isInstanceOf(UnusableInput.class);
      for (int value : new int[] {0, '9', 255}) {
        byte[] damaged = sound.clone();
        damaged[i] = (byte) value;
        Files.write(file, damaged);
        try {
          IntegerMatrixFile.read(file, -7, 7);
        } catch (UnusableInput refusal) {
          assertThat(refusal.getMessage()).contains("damaged.npy").doesNotContain("\n");
        }
      }
    }
    String header = "{'descr': '<i8', 'fortran_order': True, 'shape': (2, 2), }";
    byte[] fortran = sound.clone();
    System.arraycopy(header.getBytes(StandardCharsets.US_ASCII), 0, fortran, 10, header.length());
    Files.write(file, fortran);
    assertThatThrownBy(() -> IntegerMatrixFile.read(file, -7, 7))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("ortran");
    String[] shapes = {"2 2", "1".repeat(40), "2, 2 2", "1 ".repeat(20) + "x"};
    for (String shape : shapes) {
      String text = "{'descr': '<i8', 'fortran_order': False, 'shape': (" + shape + "), }";
      byte[] odd = Arrays.copyOf(sound, 10 + text.length());
      odd[8] = (byte) text.length();
      odd[9] = 0;
      System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, odd, 10, text.length());
      Files.write(file, odd);
      assertThatThrownBy(() -> IntegerMatrixFile.read(file, -7, 7))
          .isInstanceOf(UnusableInput.class)
          .hasMessageContaining("shape");
    }
    Path huge = npy("huge.npy", "i8", List.of(1L << 40, 1L << 40), 1);
    assertThatThrownBy(() -> IntegerMatrixFile.read(huge, -7, 7))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("at most 67 million elements");
  }

  @Test
  void unusableMatricesAndOptionsAreRefused() throws IOException {
    Path wide = npy("wide.npy", "i8", List.of(1L, 1L), 8);
    Path real = npy("real.npy", "f8", List.of(1L, 1L), 1);
    Path cube = npy("cube.npy", "i8", List.of(1L, 1L, 1L), 1);
    Path brief = npy("brief.npy", "i8", List.of(2L, 2L), 1);
    Path one = npy("one.npy", "i8", List.of(1L, 1L), 1);
    refused("from -7 to 7, but holds 8", "memory", "mvm", "--weights", wide.toString());
    refused("must hold int8 to int64", "memory", "mvm", "--weights", real.toString());
    refused("must have two axes", "memory", "mvm", "--weights", cube.toString());
    refused("but ends after", "memory", "mvm", "--weights", brief.toString());
    refused("inputs must have as many", "memory", "mvm", "--inputs", one.toString());
    refused("--adc-bits must be whole", with("--adc-bits", "4.5"));
    refused("--method must be", with("--method", "analogue"));
    refused("--law must be", with("--law", "flat"));
    refused("--dac-bits must be between", with("--dac-bits", "5"));
    refused("on-off ratio must be above 1", with("--on-off", "1"));
    refused("must be between 0 and 2", with("--spread", "-0.1"));
    refused("must be left out with --method binary", with("--method", "binary", "--dac-bits", "2"));
    refused("must be left out with --device", with("--device", "vcmtj-check", "--spread", "0.1"));
  }
}
