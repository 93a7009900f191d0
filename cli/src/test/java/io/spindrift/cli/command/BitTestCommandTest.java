package io.spindrift.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.cli.CapturedSession;
import io.spindrift.cli.ReadJson;
import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.KeyedBits;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import io.spindrift.entropy.sp80022.ReferenceConstants;
import io.spindrift.entropy.sp80022.StatisticalTestSuite;
import io.spindrift.entropy.sp80022.TestResult;
import io.spindrift.experiment.run.ParquetTable;
import io.spindrift.experiment.run.Table;
import io.spindrift.numerics.random.StreamKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class BitTestCommandTest {
  private static final int LENGTH = 20_000;

  @TempDir private Path folder;

  private static BitSequence sequence(int number) {
    return BitSequence.draw(new KeyedBits(), StreamKey.root(71).at(number), LENGTH);
  }

  /** Sequences as characters, or packed with the first bit in the most significant place. */
  private Path file(String name, boolean packed, int sequences) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int s = 0; s < sequences; s++) {
      BitSequence bits = sequence(s);
      for (int i = 0; i < LENGTH; i++) {
        text.append(bits.bit(i));
      }
    }
    byte[] content = text.toString().getBytes(StandardCharsets.US_ASCII);
    if (packed) {
      content = new byte[text.length() / 8];
      for (int i = 0; i < text.length(); i++) {
        content[i / 8] |= (byte) ((text.charAt(i) - '0') << (7 - i % 8));
      }
    }
    return Files.write(folder.resolve(name), content);
  }

  private static CapturedSession run(int status, Path file, String... more) {
    String[] arguments = new String[more.length + 3];
    arguments[0] = "entropy";
    arguments[1] = "test";
    arguments[2] = file.toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    CapturedSession session = new CapturedSession();
    assertThat(session.run(arguments)).as(session.err()).isEqualTo(status);
    return session;
  }

  private static JsonNode json(int status, Path file, String... more) {
    String[] all = java.util.Arrays.copyOf(more, more.length + 1);
    all[more.length] = "--json";
    return ReadJson.of(run(status, file, all).out());
  }

  @Test
  void everyPValueIsListedInFullPrecision() throws IOException {
    JsonNode document = json(0, file("bits", true, 3), "--length", "20000");
    assertThat(document.path("sequences").asInt()).isEqualTo(3);
    assertThat(document.path("format").asString()).isEqualTo("packed");
    assertThat(document.path("constants").asString()).isEqualTo("exact");
    assertThat(document.path("verdict").asString()).isEqualTo("passed");
    assertThat(document.path("rejectedBy").size()).isZero();
    StatisticalTestSuite suite = new StatisticalTestSuite(ReferenceConstants.EXACT);
    int at = 0;
    for (int s = 0; s < 3; s++) {
      for (TestResult result : suite.judge(sequence(s))) {
        JsonNode listed = document.path("results").path(at++);
        assertThat(listed.path("sequence").asInt()).isEqualTo(s);
        assertThat(listed.path("test").asString()).isEqualTo(result.test());
        assertThat(listed.path("parameter").asString()).isEqualTo(result.parameter());
        if (result.outcome() instanceof Judged judged) {
          assertThat(listed.path("pValue").asDouble()).isEqualTo(judged.pValue());
          assertThat(listed.path("applicable").asBoolean()).isTrue();
          assertThat(listed.path("pass").asBoolean()).isEqualTo(judged.pValue() >= 0.01);
        } else {
          assertThat(listed.path("pValue").isNull()).isTrue();
          assertThat(listed.path("applicable").asBoolean()).isFalse();
          assertThat(listed.path("pass").isNull()).isTrue();
          assertThat(listed.path("reason").asString()).isNotBlank();
        }
      }
    }
    assertThat(document.path("results").size()).isEqualTo(at);
  }

  @Test
  void theThreeFormatsAndAnyNumberOfThreadsGiveTheSameResults() throws IOException {
    JsonNode packed = json(0, file("bits", true, 4), "--length", "20000", "--threads", "1");
    JsonNode ascii =
        json(0, file("text", false, 4), "--length", "20000", "--format", "ascii", "--threads", "3");
    assertThat(ascii.path("results")).isEqualTo(packed.path("results"));
    assertThat(ascii.path("summary")).isEqualTo(packed.path("summary"));
  }

  @Test
  void stsConstantsAreUsedAndNamedWhenAskedFor() throws IOException {
    Path file = file("bits", true, 1);
    JsonNode document = json(0, file, "--compat", "sts");
    assertThat(document.path("constants").asString()).isEqualTo("sts");
    List<TestResult> expected = new StatisticalTestSuite(ReferenceConstants.STS).judge(sequence(0));
    for (int i = 0; i < expected.size(); i++) {
      if (expected.get(i).outcome() instanceof Judged judged) {
        assertThat(document.path("results").path(i).path("pValue").asDouble())
            .isEqualTo(judged.pValue());
      }
    }
  }

  @Test
  void zerosFailWithStatusOneAndALongRunOfThemEndsAtOnce() throws IOException {
    Path zeros = Files.write(folder.resolve("zeros"), new byte[12_500_000]);
    JsonNode document = json(1, zeros);
    assertThat(document.path("verdict").asString()).isEqualTo("failed");
    assertThat(document.path("stoppedEarly").asBoolean()).isTrue();
    assertThat(document.path("sequences").asInt()).isOne();
    assertThat(document.path("sequencesAsked").asInt()).isEqualTo(100);
    assertThat(document.path("rejectedBy").path(0).path("test").asString()).isEqualTo("Frequency");
    assertThat(run(1, zeros).out()).contains("Failed:", "Stopped after 1 sequence of 100");
  }

  @Test
  void theTableHasOneLinePerTestUnlessAllAreAskedFor() throws IOException {
    Path file = file("bits", true, 10);
    String folded = run(0, file, "--length", "200000").out();
    assertThat(folded).contains("NonOverlappingTemplate", "least of 148", "Passed:");
    assertThat(folded.lines().filter(line -> line.startsWith("NonOverlapping"))).hasSize(1);
    String all = run(0, file, "--length", "200000", "--all").out();
    assertThat(all.lines().filter(line -> line.startsWith("NonOverlapping"))).hasSize(148);
  }

  @Test
  void bitsCanBeSkippedAndTheRestIsTested() throws IOException {
    Path two = file("bits", true, 2);
    JsonNode document = json(0, two, "--skip", "20000", "--length", "20000", "--sequences", "1");
    List<TestResult> second = new StatisticalTestSuite(ReferenceConstants.EXACT).judge(sequence(1));
    assertThat(document.path("results").path(0).path("pValue").asDouble())
        .isEqualTo(((Judged) second.getFirst().outcome()).pValue());
  }

  @Test
  void tablesAndDocumentGoToAFolder() throws IOException {
    Path out = folder.resolve("out");
    run(0, file("bits", true, 2), "--length", "20000", "--out", out.toString());
    Table pValues = ParquetTable.read(out.resolve("p_values.parquet"));
    JsonNode document = ReadJson.of(Files.readString(out.resolve("report.json")));
    assertThat(pValues.rows()).isEqualTo(document.path("results").size());
    assertThat(pValues.numbers("p_value")[0])
        .isEqualTo(document.path("results").path(0).path("pValue").asDouble());
    assertThat(ParquetTable.read(out.resolve("summary.parquet")).rows())
        .isEqualTo(document.path("summary").size());
  }
}
