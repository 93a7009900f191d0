package io.spindrift.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.cli.CapturedSession;
import io.spindrift.cli.ReadJson;
import io.spindrift.experiment.run.ParquetTable;
import io.spindrift.experiment.run.Table;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class GaussianCommandTest {
  /** More than one block of 2^18 samples. */
  private static final int COUNT = 300_001;

  @TempDir private Path folder;

  private CapturedSession session(String out, String... more) {
    CapturedSession session = new CapturedSession();
    session.run(
        Stream.concat(
                Stream.of("entropy", "gaussian", "--json", "--out", folder.resolve(out).toString()),
                Arrays.stream(more))
            .toArray(String[]::new));
    return session;
  }

  private JsonNode told(String out, String... more) {
    CapturedSession session = session(out, more);
    assertThat(session.out()).as(session.err()).isNotEmpty();
    return ReadJson.of(session.out());
  }

  @ParameterizedTest
  @CsvSource({
    "binomial-sum, 16, 16",
    "weighted-bits, 16, 16",
    "probability-tree, 8, 15",
    "inverse-cdf, 12, 12",
    "box-muller, 16, 16",
    "software, 32, 32"
  })
  void aMethodShowsWhatItStates(String method, String bits, double cost) throws IOException {
    // Mean within 4.5 standard errors of 300,001 samples: false alarm 7e-6 a method.
    JsonNode told =
        told(
            "z.npy",
            "--source=keyed",
            "--method=" + method,
            "--bits-per-sample=" + bits,
            "--count=" + COUNT);
    assertThat(told.path("meanMeasured").asDouble())
        .isCloseTo(told.path("meanStated").asDouble(), within(4.5 / Math.sqrt(COUNT)));
    assertThat(told.path("expectedBitsPerSample").asDouble()).isCloseTo(cost, within(0.01));
    assertThat(told.path("largestMeasured").asDouble())
        .isLessThanOrEqualTo(told.path("reachSigma").asDouble() * (1 + 1e-7));
    byte[] file = Files.readAllBytes(folder.resolve("z.npy"));
    assertThat(new String(file, 10, 118, StandardCharsets.ISO_8859_1))
        .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (300001,), }");
    assertThat(file).hasSize(128 + 4 * COUNT);
    double sum = 0;
    ByteBuffer samples = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(128);
    while (samples.hasRemaining()) {
      sum += samples.getFloat();
    }
    assertThat(sum / COUNT).isCloseTo(told.path("meanMeasured").asDouble(), within(1e-12));
  }

  @Test
  void theFileIsTheSameForAnyNumberOfThreads() throws IOException {
    String[] asked = {"--source=keyed", "--method=box-muller", "--count=" + COUNT, "--seed=7"};
    told(
        "one.npy",
        Stream.concat(Stream.of(asked), Stream.of("--threads=1")).toArray(String[]::new));
    told(
        "two.npy",
        Stream.concat(Stream.of(asked), Stream.of("--threads=3")).toArray(String[]::new));
    assertThat(folder.resolve("one.npy")).hasSameBinaryContentAs(folder.resolve("two.npy"));
  }

  @Test
  void junctionsMakeSamplesAndFoldingBringsTheMeanDown() {
    String[] asked = {
      "--device=measured-compact-fit",
      "--method=binomial-sum",
      "--bits-per-sample=16",
      "--count=20k"
    };
    double raw = Math.abs(told("raw.npy", asked).path("meanMeasured").asDouble());
    String[] folded = Arrays.copyOf(asked, asked.length + 1);
    folded[asked.length] = "--xor=4";
    JsonNode told = told("folded.npy", folded);
    assertThat(told.path("xorFold").asInt()).isEqualTo(4);
    assertThat(Math.abs(told.path("meanMeasured").asDouble())).isLessThan(raw + 0.05);
  }

  @ParameterizedTest
  @CsvSource({
    "--bits-per-sample must be between 1 and 16 but was 17 with --method inverse-cdf,"
        + " inverse-cdf, 17, 10",
    "--bits-per-sample must be between 2 and 16 but was 1 with --method probability-tree,"
        + " probability-tree, 1, 10",
    "--count must be between 1 and, binomial-sum, 16, 0"
  })
  void whatCannotBeUsedIsRefused(String sentence, String method, String bits, String count) {
    CapturedSession session =
        session(
            "none.npy",
            "--source=keyed",
            "--method=" + method,
            "--bits-per-sample=" + bits,
            "--count=" + count);
    assertThat(session.out()).isEmpty();
    assertThat(session.err().replace(",", "")).contains(sentence);
    assertThat(folder.resolve("none.npy")).doesNotExist();
  }

  @Test
  void aMissingFolderIsRefusedBeforeAnythingIsDrawn() {
    CapturedSession session =
        session("absent/z.npy", "--source=keyed", "--method=software", "--count=10G");
    assertThat(session.out()).isEmpty();
    assertThat(session.err()).contains("--out must lie in a folder that exists");
  }

  @Test
  void figuresShowTheStatedLawBesideWhatWasDrawn() {
    Path figures = folder.resolve("figures");
    told(
        "drawn.npy",
        "--source=keyed",
        "--method=binomial-sum",
        "--bits-per-sample=16",
        "--count=" + COUNT,
        "--figures=" + figures);
    assertThat(figures.resolve("gaussian_law.png")).isNotEmptyFile();
    assertThat(figures.resolve("gaussian_law.svg")).isNotEmptyFile();
    Table table = ParquetTable.read(figures.resolve("gaussian_law.parquet"));
    double[] cells = table.numbers("cell_sigma");
    double[] stated = table.numbers("stated_density");
    double[] counts = table.numbers("drawn_count");
    double total = 0;
    for (int i = 0; i < cells.length; i++) {
      // K ones of 16 lie at (K - 8) / 2, alone in their cell.
      double ones = 8 + 2 * cells[i];
      double mass = ones < 0 || ones > 16 ? 0 : choose16((int) ones) / 65536;
      assertThat(stated[i] / 2).isCloseTo(mass, within(1e-12));
      // Six standard deviations: 17 cells, false alarm 4e-8.
      assertThat(counts[i]).isCloseTo(COUNT * mass, within(6 * Math.sqrt(COUNT * mass) + 1e-9));
      total += counts[i];
    }
    assertThat(total).isEqualTo(COUNT);
  }

  private static double choose16(int ones) {
    double ways = 1;
    for (int i = 0; i < ones; i++) {
      ways = ways * (16 - i) / (i + 1);
    }
    return ways;
  }
}
