package io.spindrift.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.cli.CapturedSession;
import io.spindrift.cli.ReadJson;
import io.spindrift.entropy.sp80090b.Finding;
import io.spindrift.entropy.sp80090b.Symbols;
import io.spindrift.entropy.sp80090b.estimate.NonIidAssessment;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class AssessCommandTest {
  private static final int COUNT = 5000;

  @TempDir private Path folder;

  private static byte[] symbols(int bits) {
    byte[] values = new byte[COUNT];
    new SplittableRandom(81).nextBytes(values);
    for (int i = 0; i < COUNT; i++) {
      values[i] &= (byte) ((1 << bits) - 1);
    }
    return values;
  }

  private JsonNode assess(int status, byte[] values, String... more) throws IOException {
    Path file = Files.write(folder.resolve("symbols"), values);
    String[] arguments = new String[more.length + 4];
    arguments[0] = "entropy";
    arguments[1] = "assess";
    arguments[2] = file.toString();
    arguments[3] = "--json";
    System.arraycopy(more, 0, arguments, 4, more.length);
    CapturedSession session = new CapturedSession();
    assertThat(session.run(arguments)).as(session.err()).isEqualTo(status);
    return ReadJson.of(session.out());
  }

  @Test
  void theNonIidTrackListsEveryEstimatorAndTheAssessedValue() throws IOException {
    JsonNode document = assess(0, symbols(4));
    NonIidAssessment expected;
    try (Workers workers = new Workers(1)) {
      expected = NonIidAssessment.of(new Symbols(symbols(4), 4), workers, Progress.NONE);
    }
    assertThat(document.path("track").asString()).isEqualTo("non-iid");
    assertThat(document.path("bitsPerSymbol").asInt()).isEqualTo(4);
    assertThat(document.path("bitsPerSymbolInferred").asBoolean()).isTrue();
    assertThat(document.path("assessedBitsPerSymbol").asDouble())
        .isEqualTo(expected.assessedBitsPerSymbol());
    assertThat(document.path("originalBitsPerSymbol").asDouble())
        .isEqualTo(expected.originalBitsPerSymbol());
    List<Finding> findings = expected.findings();
    assertThat(document.path("results").size()).isEqualTo(findings.size());
    for (int i = 0; i < findings.size(); i++) {
      JsonNode listed = document.path("results").path(i);
      assertThat(listed.path("test").asString()).isEqualTo(findings.get(i).name());
      switch (findings.get(i).result()) {
        case Finding.Result.Entropy(double bits) ->
            assertThat(listed.path("minEntropyBits").asDouble()).isEqualTo(bits);
        case Finding.Result.NotApplicable(String reason) -> {
          assertThat(listed.path("applicable").asBoolean()).isFalse();
          assertThat(listed.path("reason").asString()).isEqualTo(reason);
        }
        case Finding.Result.Decision(boolean passed) ->
            assertThat(listed.path("pass").asBoolean()).isEqualTo(passed);
      }
    }
  }

  @Test
  void packedBitsOfAWidthGiveTheSameAsTheirSymbols() throws IOException {
    JsonNode bytes = assess(0, symbols(8), "--bits-per-symbol", "8");
    JsonNode packed = assess(0, symbols(8), "--format", "packed", "--bits-per-symbol", "8");
    assertThat(packed.path("results")).isEqualTo(bytes.path("results"));
    assertThat(bytes.path("bitsPerSymbolInferred").asBoolean()).isFalse();
  }

  @Test
  void theIidTrackGivesItsVerdictBeforeAnyEntropy() throws IOException {
    JsonNode passed = assess(0, symbols(1), "--track", "iid", "--permutations", "200");
    assertThat(passed.path("verdict").asString()).isEqualTo("passed");
    assertThat(passed.path("assessedBitsPerSymbol").asDouble()).isBetween(0.8, 1.0);
    byte[] alternating = new byte[COUNT];
    for (int i = 0; i < COUNT; i++) {
      alternating[i] = (byte) (i % 2);
    }
    JsonNode failed = assess(1, alternating, "--track", "iid", "--permutations", "200");
    assertThat(failed.path("verdict").asString()).contains("failed");
    assertThat(failed.path("assessedBitsPerSymbol").isNull()).isTrue();
  }

  @Test
  void theSameSeedGivesTheSameDocumentForAnyNumberOfThreads() throws IOException {
    String[] one = {"--track", "iid", "--permutations", "200", "--seed", "5", "--threads", "1"};
    String[] three = {"--track", "iid", "--permutations", "200", "--seed", "5", "--threads", "3"};
    assertThat(assess(0, symbols(1), three)).isEqualTo(assess(0, symbols(1), one));
  }

  private String table(int status, byte[] values, String... more) throws IOException {
    Path file = Files.write(folder.resolve("symbols"), values);
    List<String> arguments = new ArrayList<>(List.of("entropy", "assess", file.toString()));
    arguments.addAll(List.of(more));
    CapturedSession session = new CapturedSession();
    assertThat(session.run(arguments.toArray(String[]::new))).as(session.err()).isEqualTo(status);
    return session.out();
  }

  @Test
  void theTableOfTheIidTrackNamesEachStatisticOnceWithItsCounters() throws IOException {
    String table = table(0, symbols(1), "--track", "iid", "--permutations", "200");
    JsonNode document = assess(0, symbols(1), "--track", "iid", "--permutations", "200");
    int statistics = 0;
    for (JsonNode result : document.path("results")) {
      JsonNode found = result.path("quantities");
      if (found.has("C0")) {
        statistics++;
        String name = result.path("parameter").asString();
        assertThat(table.lines().filter(line -> line.startsWith(name + " ")))
            .singleElement()
            .asString()
            .matches(
                ".*  \\S+ +%d +%d +%d  passed"
                    .formatted(
                        found.path("C0").asInt(),
                        found.path("C1").asInt(),
                        found.path("C2").asInt()));
      }
    }
    assertThat(statistics).isEqualTo(19);
    assertThat(table)
        .contains("passed after " + document.path("permutationsDone").asInt() + " shuffles")
        .containsPattern("Chi square independence +T = ")
        .doesNotContain("Permutation testing")
        .doesNotContain("Chi square tests");
    assertThat(table.lines().filter(line -> line.contains("ongest"))).hasSize(1);
  }

  @Test
  void estimatorsOfBitsThatDoNotApplyToWideSymbolsShareOneLine() throws IOException {
    String table = table(0, symbols(4));
    assertThat(table.lines().filter(line -> line.contains("NOT APPLICABLE")))
        .containsExactly(
            "- NOT APPLICABLE: Collision, Markov, Compression (it is defined for bits)");
    assertThat(table.lines().filter(line -> line.matches("Markov +- +[01]\\.\\d{6}"))).hasSize(1);
  }

  @Test
  void charactersAreNotTakenForSymbolsUnlessAskedFor() throws IOException {
    byte[] text = "0110100110010110\n".repeat(60).getBytes(StandardCharsets.US_ASCII);
    Path file = Files.write(folder.resolve("digits"), text);
    CapturedSession session = new CapturedSession();
    assertThat(session.run("entropy", "assess", file.toString()))
        .isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(session.err()).contains("--format ascii").contains("--format bytes as one symbol");
    assertThat(assess(0, text, "--format", "bytes").path("symbols").asInt()).isEqualTo(text.length);
  }

  @Test
  void anOrderOfBitsThatChangesNothingIsTold() throws IOException {
    Path file = Files.write(folder.resolve("symbols"), symbols(8));
    for (String format : List.of("bytes", "packed")) {
      CapturedSession session = new CapturedSession();
      session.run(
          "entropy",
          "assess",
          file.toString(),
          "--format",
          format,
          "--bit-order",
          "lsb",
          "--quiet");
      assertThat(session.err().contains("--bit-order: without effect with --format bytes"))
          .isEqualTo(format.equals("bytes"));
    }
  }

  @Test
  void samplesAreNoSymbols() throws IOException {
    Path file = Files.write(folder.resolve("symbols"), symbols(8));
    for (String format : List.of("npy", "float32")) {
      CapturedSession session = new CapturedSession();
      assertThat(session.run("entropy", "assess", file.toString(), "--format", format))
          .isEqualTo(ExitStatus.UNUSABLE_INPUT);
      assertThat(session.err()).contains("must be packed, bytes or ascii, but was " + format);
    }
  }

  /**
   * Software bits as a matrix of 1000 restarts. The sanity check rejects good rows and columns with
   * a probability of at most 1 %; validation asks for half of H_I, which the least of ten estimates
   * of a million fair bits, about 0.8, is far above.
   */
  @Test
  void restartsOfSoftwareBitsKeepTheInitialEstimate() {
    Path bits = folder.resolve("restarts");
    CapturedSession drawn = new CapturedSession();
    assertThat(
            drawn.run(
                "entropy",
                "generate",
                "--source",
                "keyed",
                "--bits",
                "1M",
                "--format",
                "bytes",
                "--seed",
                "11",
                "--out",
                bits.toString(),
                "--quiet"))
        .as(drawn.err())
        .isZero();
    CapturedSession session = new CapturedSession();
    assertThat(
            session.run(
                "entropy",
                "assess",
                bits.toString(),
                "--track",
                "restart",
                "--initial-entropy",
                "0.75",
                "--json",
                "--quiet"))
        .as(session.err())
        .isZero();
    JsonNode document = ReadJson.of(session.out());
    assertThat(document.path("track").asString()).isEqualTo("restart");
    assertThat(document.path("symbols").asInt()).isEqualTo(1_000_000);
    assertThat(document.path("verdict").asString()).isEqualTo("passed");
    assertThat(document.path("assessedBitsPerSymbol").asDouble()).isEqualTo(0.75);
    List<String> named = new ArrayList<>();
    for (JsonNode result : document.path("results")) {
      named.add(result.path("test").asString() + ", " + result.path("parameter").asString());
    }
    assertThat(named)
        .hasSize(22)
        .startsWith("Restart Sanity Check, literal", "Restart Validation, literal")
        .contains("Markov Estimate, rows literal", "Markov Estimate, columns literal");
    JsonNode validation = document.path("results").path(1);
    assertThat(validation.path("pass").asBoolean()).isTrue();
    assertThat(validation.path("quantities").path("H_I").asDouble()).isEqualTo(0.75);
    for (String least : List.of("H_r", "H_c")) {
      assertThat(validation.path("quantities").path(least).asDouble()).isBetween(0.75, 1.0);
    }
  }
}
