package io.spindrift.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.cli.CapturedSession;
import io.spindrift.cli.ReadJson;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.StrokesImageSet;
import io.spindrift.experiment.run.ParquetTable;
import io.spindrift.experiment.run.Table;
import io.spindrift.numerics.random.StreamKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DiffuseCommandTest {
  private static CapturedSession run(int status, String... more) {
    CapturedSession session = new CapturedSession();
    List<String> words =
        new ArrayList<>(
            List.of("memory", "diffuse", "--device", "measured-compact-fit", "--quiet"));
    words.addAll(List.of(more));
    assertThat(session.run(words.toArray(String[]::new))).as(session.err()).isEqualTo(status);
    return session;
  }

  private static JsonNode json(String... more) {
    List<String> words = new ArrayList<>(List.of(more));
    words.add("--json");
    return ReadJson.of(run(ExitStatus.DONE, words.toArray(String[]::new)).out());
  }

  private static void refused(String words, String... more) {
    CapturedSession session = run(ExitStatus.UNUSABLE_INPUT, more);
    assertThat(session.out()).isEmpty();
    assertThat(session.err()).contains(words);
  }

  /** The compact fit leaves P with 0.464 and AP with 0.536: ones go to 0.464. */
  @Test
  void asymmetricPulsesDriftAndTheNoiseRowHoldsThemBack() {
    JsonNode plain =
        json("--images", "4", "--steps", "20", "--planes", "2", "--correction", "none");
    assertThat(plain.path("check").path("passes").asBoolean()).isTrue();
    assertThat(plain.path("steps").size()).isEqualTo(2 * 21);
    JsonNode last = plain.path("steps").get(2 * 21 - 1);
    assertThat(last.path("step").asInt()).isEqualTo(20);
    // 3,136 bits: 4 deviations of 0.0089
    assertThat(last.path("onesShare").asDouble()).isCloseTo(0.464, within(0.04));
    JsonNode held = json("--images", "4", "--steps", "20", "--planes", "2");
    JsonNode end = held.path("steps").get(2 * 21 - 1);
    assertThat(end.path("predictedFlipShare").asDouble()).isCloseTo(0.49, within(1e-3));
    assertThat(held.path("counts").path("COIN_PULSE").asLong())
        .isGreaterThanOrEqualTo(20L * 2 * 784);
    assertThat(end.path("joules").asDouble()).isPositive();
  }

  /**
   * 128 images of one plane, 100,352 bits: the compact fit's drift to 0.464 is counted within 5
   * deviations of the law, the noise row takes away all but what the images have left; that and von
   * Neumann's pairs of it pass where the drifted bits fail.
   */
  @Test
  void theLastStateShowsItsBiasAndWhatIsDoneAboutIt() {
    String[] few = {"--images", "128", "--planes", "1", "--steps", "6"};
    String[] words = with(few, "--condition", "none");
    JsonNode plain = end(ExitStatus.CHECK_FAILED, with(words, "--correction", "none"));
    JsonNode held = end(ExitStatus.DONE, words);
    for (JsonNode end : List.of(plain, held)) {
      JsonNode plane = end.path("planes").get(0);
      double error = plane.path("biasError").asDouble();
      assertThat(error).isCloseTo(0.5 / Math.sqrt(128 * 784), within(2e-5));
      assertThat(plane.path("bias").asDouble())
          .isCloseTo(plane.path("predictedBias").asDouble(), within(5 * error));
      assertThat(plane.path("uncorrectedBias").asDouble()).isCloseTo(-0.06, within(0.02));
      JsonNode certificate = end.path("certificate");
      assertThat(certificate.path("bits").asInt()).isEqualTo(128 * 784);
      assertThat(certificate.path("onesShare").asDouble() - 0.5)
          .isCloseTo(plane.path("bias").asDouble(), within(1e-12));
      assertThat(certificate.path("predictedOnesShare").asDouble() - 0.5)
          .isCloseTo(plane.path("predictedBias").asDouble(), within(1e-12));
    }
    assertThat(plain.path("certificate").path("rejected").toString()).contains("Frequency");
    JsonNode plane = held.path("planes").get(0);
    // 2 % of the correlation with 12 % of ones is left
    assertThat(plane.path("predictedBias").asDouble())
        .isCloseTo(0.02 * (plane.path("startOnesShare").asDouble() - 0.5), within(1e-6));
    String[] paired = with(few, "--condition", "von-neumann");
    JsonNode pairs = end(ExitStatus.DONE, paired).path("certificate");
    assertThat(pairs.path("verdict").asString()).isEqualTo("passed");
    // a quarter of the bits, 5 deviations
    assertThat(pairs.path("bits").asInt()).isCloseTo(128 * 784 / 4, within(500));
    assertThat(pairs.path("biasRevealed").asDouble()).isBetween(0.01, 0.02);
  }

  private static JsonNode end(int status, String... more) {
    return ReadJson.of(run(status, with(more, "--json")).out()).path("end");
  }

  /** Every tenth step of the text has a chi-square with 2 degrees of freedom a plane. */
  @Test
  void kindsOfCellsTakePartAndTheTextShowsEveryTenthStep() {
    CapturedSession session =
        run(ExitStatus.DONE, "--images", "8", "--planes", "3", "--steps", "20", "--kinds", "16");
    assertThat(session.out()).contains("16 kinds of cells", "chi-square");
    assertThat(session.out().lines().filter(line -> line.startsWith("10 ")).toList())
        .singleElement()
        .satisfies(line -> assertThat(line.split("\\s+")[4]).isEqualTo("6"));
    assertThat(session.out().lines().filter(line -> line.startsWith("11 "))).isEmpty();
    assertThat(session.out()).contains("certificate of the last state, condition xor:2: passed");
    JsonNode one = json("--images", "2", "--planes", "1", "--steps", "2", "--correction", "none");
    JsonNode many =
        json(
            "--images",
            "2",
            "--planes",
            "1",
            "--steps",
            "2",
            "--correction",
            "none",
            "--kinds",
            "16");
    String law = "predictedOnesShare";
    assertThat(many.path("steps").get(2).path(law).asDouble())
        .isNotEqualTo(one.path("steps").get(2).path(law).asDouble());
  }

  @Test
  void pixelsGainTheVarianceOfTheScheduleWhereverTheyAreAdded() {
    String[] words = {
      "--process", "gaussian", "--images", "2", "--steps", "6", "--schedule", "linear"
    };
    JsonNode periphery = json(words);
    JsonNode memory = json(with(words, "--adder", "memory"));
    assertThat(periphery.path("check").path("passes").asBoolean()).isTrue();
    for (int step = 1; step <= 6; step++) {
      JsonNode one = periphery.path("steps").get(step);
      double kept = 1 - 0.98 * step / 6;
      double variance = (1 - kept * kept) / (kept * kept) * 127.5 * 127.5;
      assertThat(one.path("predictedVariance").asDouble() / variance).isCloseTo(1, within(0.02));
      JsonNode other = memory.path("steps").get(step);
      assertThat(other.path("variance")).isEqualTo(one.path("variance"));
      assertThat(other.path("actions").asLong()).isGreaterThan(one.path("actions").asLong());
    }
  }

  /** Coins of P(1) = 0.464 taken for fair: the mean of the noise goes down with its deviation. */
  @Test
  void aCentreTakenAsFairShowsTheBiasOfTheCoin() {
    String[] words = {"--process", "gaussian", "--images", "2", "--steps", "6"};
    JsonNode fair = json(with(words, "--centre", "fair")).path("steps").get(6);
    JsonNode calibrated = json(words).path("steps").get(6);
    double deviation = Math.sqrt(calibrated.path("predictedVariance").asDouble());
    assertThat(fair.path("mean").asDouble() / deviation).isLessThan(-0.3);
    // 1,568 pixels: 5 errors
    assertThat(Math.abs(calibrated.path("mean").asDouble()) / deviation)
        .isLessThan(5 / Math.sqrt(1568));
  }

  @Test
  void framesTablesAndPicturesAreWritten(@TempDir Path folder) {
    run(
        ExitStatus.DONE,
        "--images",
        "3",
        "--steps",
        "8",
        "--frames",
        "0,2,8",
        "--out",
        folder.toString());
    for (String name : List.of("strip", "marginals", "ones")) {
      assertThat(folder.resolve("diffuse_" + name + ".png")).isNotEmptyFile();
      assertThat(folder.resolve("diffuse_" + name + ".svg")).isNotEmptyFile();
    }
    assertThat(folder.resolve("frame-00002.png")).isNotEmptyFile();
    assertThat(folder.resolve("frame-00001.png")).doesNotExist();
    Table table = ParquetTable.read(folder.resolve("diffuse_steps.parquet"));
    assertThat(table.rows()).isEqualTo(8 * 9);
    assertThat(table.numbers("flipShare")[0]).isZero();
    assertThat(table.numbers("correlation")[0]).isEqualTo(1);
    long bytes = 3L * 3 * 784;
    assertThat(folder.resolve("frames.npy")).hasSize(bytes + 128);
    assertThat(folder.resolve("frames-software.npy")).hasSize(bytes + 128);
  }

  /** The image sets of the strip are the images given, at step 0 in both processes. */
  @Test
  void theFirstFrameIsTheImagesThemselves(@TempDir Path folder) throws Exception {
    for (String process : List.of("bits", "gaussian")) {
      run(
          ExitStatus.DONE,
          "--process",
          process,
          "--images",
          "2",
          "--steps",
          "4",
          "--frames",
          "0,4",
          "--seed",
          "5",
          "--out",
          folder.toString());
      byte[] memory = Files.readAllBytes(folder.resolve("frames.npy"));
      byte[] software = Files.readAllBytes(folder.resolve("frames-software.npy"));
      byte[] given = new byte[2 * 784];
      ImageSet images = new StrokesImageSet(StreamKey.root(5), 2);
      images.read(0, given, 0);
      images.read(1, given, 784);
      assertThat(Arrays.copyOfRange(memory, 128, 128 + given.length)).isEqualTo(given);
      assertThat(Arrays.copyOfRange(software, 128, 128 + given.length)).isEqualTo(given);
      assertThat(Arrays.copyOfRange(memory, 128 + given.length, memory.length)).isNotEqualTo(given);
    }
  }

  @Test
  void moreImagesThanThereAreAreRefused(@TempDir Path folder) {
    run(ExitStatus.DONE, "--steps", "4", "--frames", "0,4", "--out", folder.toString());
    refused("--images must be at most 2", "--data", pictures(folder).toString());
    JsonNode one = json("--data", pictures(folder).toString(), "--images", "2", "--steps", "2");
    assertThat(one.path("images").asInt()).isEqualTo(2);
  }

  /** The two grids of frames, in a folder of their own. */
  private static Path pictures(Path folder) {
    Path only = folder.resolve("only");
    if (Files.exists(only)) {
      return only;
    }
    try {
      Files.createDirectory(only);
      for (String name : List.of("frame-00000.png", "frame-00004.png")) {
        Files.copy(folder.resolve(name), only.resolve(name));
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return only;
  }

  @Test
  void neuronsFollowTheirLawWithEitherCoin(@TempDir Path folder) {
    for (String coin : List.of("reset", "free-running")) {
      JsonNode run =
          json(
              "--process",
              "langevin",
              "--coin",
              coin,
              "--paths",
              "64",
              "--steps",
              "200",
              "--out",
              folder.toString());
      assertThat(run.path("check").path("passes").asBoolean()).isTrue();
      assertThat(run.path("varianceSquareVolts").asDouble() * 1e6).isCloseTo(25, within(4.0));
      assertThat(run.path("counts").path("COIN_PULSE").asLong()).isEqualTo(64L * 400 * 64);
      assertThat(run.path("counts").path("RESET_PULSE").asLong())
          .isEqualTo(coin.equals("reset") ? 64L * 400 * 64 : 0);
    }
    for (String name : List.of("paths", "histogram", "autocorrelation")) {
      assertThat(folder.resolve("membrane_" + name + ".png")).isNotEmptyFile();
      assertThat(folder.resolve("membrane_" + name + ".parquet")).isNotEmptyFile();
    }
  }

  @Test
  void threadsChangeNothing() {
    for (String process : List.of("bits", "gaussian", "langevin")) {
      String[] words = {"--process", process, "--steps", "2"};
      String[] few =
          process.equals("langevin") ? with(words, "--paths", "64") : with(words, "--images", "1");
      JsonNode one = json(with(few, "--threads", "1"));
      assertThat(json(with(few, "--threads", "3"))).isEqualTo(one);
      assertThat(json(with(few, "--threads", "8"))).isEqualTo(one);
      assertThat(json(with(few, "--seed", "2"))).isNotEqualTo(one);
    }
  }

  @Test
  void unusableInputIsRefusedInOneSentence() {
    refused("--correction must be one of", "--correction", "magic");
    refused("--planes must be between 1 and 8", "--planes", "9");
    refused("--adder must be memory or periphery", "--adder", "both");
    refused("--frames must be between 0 and 50", "--frames", "0,51");
    refused("--final-correlation must be between 0 and 1", "--final-correlation", "1");
    refused("--paths must be between 64", "--process", "langevin", "--paths", "9");
    refused("--inputs must be a multiple of 64", "--process", "langevin", "--inputs", "100");
    refused("--time-constant must be between", "--process", "langevin", "--time-constant", "1ns");
    refused("jumps from", "--schedule", "cosine", "--steps", "200");
    refused("--schedule constant --steps ", "--schedule", "cosine", "--steps", "200");
    refused("--kinds must be a power of two, but was 3", "--kinds", "3");
    refused("--condition must be none, xor:K or von-neumann", "--condition", "sha-256");
    refused(
        "--condition must be none, von-neumann or xor:K with K at most 1",
        "--condition",
        "xor:2",
        "--images",
        "1",
        "--planes",
        "1",
        "--steps",
        "2");
  }

  @Test
  void optionsWithoutEffectAreTold() {
    CapturedSession session =
        run(
            ExitStatus.DONE,
            "--process",
            "langevin",
            "--steps",
            "6",
            "--paths",
            "64",
            "--planes",
            "3");
    assertThat(session.err()).contains("--planes: without effect with --process langevin");
  }

  private static String[] with(String[] words, String... more) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }
}
