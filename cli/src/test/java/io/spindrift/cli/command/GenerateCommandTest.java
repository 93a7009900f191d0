package io.spindrift.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.cli.CapturedSession;
import io.spindrift.cli.ReadJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class GenerateCommandTest {
  /** More than one block of 2^20 bits, and no whole number of bytes. */
  private static final int BITS = 2_100_003;

  private static final String FIT = "--device=measured-compact-fit";

  @TempDir private Path folder;

  private String[] arguments(String name, String... more) {
    return Stream.concat(
            Stream.of("entropy", "generate", "--json", "--out", folder.resolve(name).toString()),
            Arrays.stream(more))
        .toArray(String[]::new);
  }

  private JsonNode told(String name, String... more) {
    CapturedSession session = new CapturedSession();
    assertThat(session.run(arguments(name, more))).as(session.err()).isZero();
    return ReadJson.of(session.out());
  }

  private byte[] generated(String name, String... more) throws IOException {
    String[] all =
        Stream.concat(Stream.of("--bits", "" + BITS), Arrays.stream(more)).toArray(String[]::new);
    assertThat(told(name, all).path("bits").asInt()).isEqualTo(BITS);
    return Files.readAllBytes(folder.resolve(name));
  }

  private void refused(String sentence, String... more) {
    CapturedSession session = new CapturedSession();
    int status = session.run(arguments("none", more));
    assertThat(status).as(session.err()).isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(session.out()).isEmpty();
    assertThat(session.err()).contains(sentence);
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--source=reset",
        "--source=free-running",
        "--source=keyed",
        "--condition=von-neumann",
        "--condition=xor:2,peres:4",
        "--condition=feedback:0.2:500"
      })
  void theSameSeedGivesTheSameBitsForAnyNumberOfThreads(String choice) throws IOException {
    byte[] one = generated("one", FIT, choice, "--threads", "1", "--seed", "7");
    assertThat(generated("three", FIT, choice, "--threads", "3", "--seed", "7")).isEqualTo(one);
    assertThat(generated("other", FIT, choice, "--threads", "3", "--seed", "8")).isNotEqualTo(one);
  }

  @Test
  void theFormatsAndOrdersHoldTheSameBits() throws IOException {
    byte[] packed = generated("packed", FIT);
    byte[] low = generated("low", FIT, "--bit-order", "lsb");
    byte[] bytes = generated("bytes", FIT, "--format", "bytes");
    byte[] ascii = generated("ascii", FIT, "--format", "ascii");
    assertThat(packed).hasSize(262_501);
    assertThat(low).hasSize(262_501);
    assertThat(bytes).hasSize(BITS);
    assertThat(ascii).hasSize(BITS);
    int differing = 0;
    int ones = 0;
    for (int i = 0; i < BITS; i++) {
      int bit = (packed[i / 8] >> (7 - i % 8)) & 1;
      boolean same =
          bytes[i] == bit && ascii[i] == '0' + bit && ((low[i / 8] >> (i % 8)) & 1) == bit;
      differing += same ? 0 : 1;
      ones += bit;
    }
    assertThat(differing).isZero();
    assertThat(told("again", FIT, "--bits", "" + BITS).path("onesShare").asDouble())
        .isEqualTo((double) ones / BITS);
  }

  /** Four standard errors of the share of 2 million independent bits: 0.0014. */
  @ParameterizedTest
  @CsvSource({
    "--source=keyed, xor:4, 0.25",
    "--source=keyed, von-neumann, 0.25",
    "--source=keyed, peres:8, 0.899887084961",
    "--source=keyed, sha-256, 0.8",
    "--source=system, xor:2, 0.5",
    "--source=reset, sha-256:512, 0.5",
    "--source=free-running, xor:4, 0.25"
  })
  void eachConditionerTellsItsRateAndTheBiasThatIsLeft(String source, String step, double rate) {
    JsonNode told =
        told("bits", FIT, source, "--condition", step, "--bits", "2M", "--columns", "256");
    assertThat(told.path("outputRate").asDouble()).isCloseTo(rate, within(1e-12));
    double bias = told.path("predictedResidualBias").asDouble();
    assertThat(told.path("onesShare").asDouble() - 0.5).isCloseTo(bias, within(0.0015));
    JsonNode figures = told.path("conditioning").path(0);
    assertThat(figures.path("outputRate").asDouble()).isCloseTo(rate, within(1e-12));
    assertThat(figures.path("predictedResidualBias").asDouble()).isEqualTo(bias);
  }

  @Test
  void aHashOfACoinSaysHowMuchEntropyItHasAndChoosesItsInput() {
    JsonNode told =
        told("bits", FIT, "--condition", "xor:2,sha-256", "--bits", "10k").path("conditioning");
    JsonNode hash = told.path(1);
    int inputBits = hash.path("inputBits").asInt();
    assertThat(inputBits % 64).isZero();
    assertThat(hash.path("inputEntropyBits").asDouble()).isBetween(320.0, 320.0 + 64);
    assertThat(hash.path("fullEntropy").asBoolean()).isTrue();
    assertThat(hash.path("outputEntropyBits").asDouble()).isBetween(256 - 1e-6, 256.0);
  }

  /** The mean of N/n windows leaves drift/gain by at most four sigma sqrt(2) n/(N g). */
  @Test
  void theLoopHoldsTheJunctionAndTellsWhatTheDriftLeaves() {
    JsonNode told = told("bits", FIT, "--condition", "feedback:0.1:1000:0.001", "--bits", "1M");
    assertThat(told.path("predictedResidualBias").asDouble()).isCloseTo(0.01, within(1e-12));
    double spread = told.path("conditioning").path(0).path("predictedSpread").asDouble();
    assertThat(spread).isBetween(0.0036, 0.0037);
    assertThat(told.path("onesShare").asDouble()).isCloseTo(0.51, within(6 * spread / 100));
  }

  @Test
  void aRecordIsWrittenInOrderAndInAnotherFormat() throws IOException {
    byte[] packed = generated("packed", "--source", "keyed");
    generated("ascii", "--source", "keyed", "--format", "ascii");
    String record = folder.resolve("ascii").toString();
    assertThat(generated("back", "--recorded", record, "--format-in", "ascii", "--threads", "3"))
        .isEqualTo(packed);
    JsonNode fair =
        told(
            "fair",
            "--recorded",
            record,
            "--format-in",
            "ascii",
            "--bits",
            "400k",
            "--condition",
            "von-neumann");
    assertThat(fair.path("onesShare").asDouble()).isCloseTo(0.5, within(2 / Math.sqrt(400_000)));
    refused(
        "must hold more bits than its " + BITS,
        "--recorded",
        record,
        "--format-in",
        "ascii",
        "--bits",
        "3M");
  }

  /**
   * One million bits each. A variance v of P that is forgotten after tau tosses makes that of the
   * share (1/4 + 2 tau v)/N; here v is at most 3e-4 and tau 500. Four standard errors: 0.003.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--drift=20mV:20us",
        "--telegraph=30mV:1us:2us",
        "--flicker=10mV:100ns:10us",
        "--stuck=0.02:0.04"
      })
  void fluctuationsStateTheirShareAndTheirCorrelations(String fluctuation) {
    JsonNode told = told("bits", FIT, fluctuation, "--bits", "1M");
    double share = told.path("predictedShare").asDouble();
    assertThat(share).isBetween(0.4, 0.6);
    assertThat(told.path("onesShare").asDouble()).isCloseTo(share, within(0.003));
    assertThat(told.path("predictedLagCorrelations").path("1").isNumber()).isTrue();
  }

  /** The offset of 14.6 points becomes 4.3, then 0.36; four standard errors of 4 million bits. */
  @ParameterizedTest
  @CsvSource({"xor:1, 0.146", "xor:2, -0.042632", "'xor:2,xor:2', -0.003634974848"})
  void twoExclusiveOrsShrinkAnOffsetOfFourteenPointsSix(String steps, double bias) {
    JsonNode told =
        told("bits", "--source=keyed", "--probability=0.646", "--condition", steps, "--bits", "4M");
    assertThat(told.path("predictedResidualBias").asDouble()).isCloseTo(bias, within(1e-12));
    assertThat(told.path("onesShare").asDouble() - 0.5).isCloseTo(bias, within(0.001));
  }

  @Test
  void theSystemSaysThatItCannotBeRepeated() throws IOException {
    assertThat(told("one", "--source", "system", "--bits", "1k").path("reproducible").asBoolean())
        .isFalse();
    assertThat(told("two", "--source", "system", "--bits", "1k").path("seed").asInt()).isOne();
    assertThat(Files.readAllBytes(folder.resolve("one")))
        .isNotEqualTo(Files.readAllBytes(folder.resolve("two")));
  }

  @Test
  void whatCannotBeUsedIsRefusedInOneSentence() throws IOException {
    for (String step : List.of("xor:0", "xor:65", "peres:17", "peres:x", "sha-256:63")) {
      refused("--condition " + step.split(":")[0], FIT, "--bits", "1k", "--condition", step);
    }
    refused("must be xor:K", FIT, "--bits", "1k", "--condition", "von-neuman");
    refused("must be xor:K", FIT, "--bits", "1k", "--condition", "von-neumann:3");
    refused("multiple of 64", FIT, "--bits", "1k", "--condition", "sha-256:65");
    refused("unstable from 2 on", FIT, "--bits", "1k", "--condition", "feedback:2");
    refused("must come first", FIT, "--bits", "1k", "--condition", "xor:2,feedback");
    refused("needs --source reset", "--source=keyed", "--bits", "1k", "--condition", "feedback");
    refused("must have its file", "--source=recorded", "--bits", "1k");
    refused("no such file", "--recorded=" + folder.resolve("gone"), "--bits", "1k");
    Path zeros = Files.write(folder.resolve("zeros"), new byte[1 << 18]);
    refused(
        "must give at least one bit per 1024",
        "--recorded=" + zeros,
        "--bits",
        "1k",
        "--condition",
        "von-neumann");
    refused("must be left out", "--recorded=" + zeros, "--source=keyed", "--bits", "1k");
    refused(
        "one of --drift, --telegraph",
        FIT,
        "--bits",
        "1k",
        "--drift=1mV:1ms",
        "--telegraph=1mV:1ms:1ms");
    refused("--flicker must be RMS", FIT, "--bits", "1k", "--flicker=1mV:1ms");
    refused("--drift must be left out", "--source=keyed", "--bits", "1k", "--drift=1mV:1ms");
    refused("share of cells stuck at 1", FIT, "--bits", "1k", "--stuck=0.5:0.6");
    refused(
        "--probability must be between 0 and 1",
        "--source=keyed",
        "--probability=1.5",
        "--bits",
        "1k");
    refused("free-running, system, keyed, recorded", "--source=dice", "--bits", "1k");
  }

  @Test
  void aStoppedCommandLeavesNoFile() {
    CapturedSession session = new CapturedSession();
    session.stop().request();
    int status = session.run(arguments("bits", "--source", "keyed", "--bits", "10G"));
    assertThat(status).isEqualTo(ExitStatus.STOPPED);
    assertThat(folder.toFile().list()).isEmpty();
  }
}
