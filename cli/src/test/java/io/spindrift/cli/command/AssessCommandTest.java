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
import java.nio.file.Files;
import java.nio.file.Path;
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
}
