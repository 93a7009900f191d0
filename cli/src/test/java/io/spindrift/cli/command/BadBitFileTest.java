package io.spindrift.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.cli.CapturedSession;
import io.spindrift.cli.ReadJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Files of bits that cannot be used, or only in part. */
class BadBitFileTest {
  @TempDir private Path folder;

  private Path random(String name, int bytes) throws IOException {
    byte[] content = new byte[bytes];
    new SplittableRandom(91).nextBytes(content);
    return Files.write(folder.resolve(name), content);
  }

  private static void refused(String sentence, String command, Path file, String... more) {
    String[] arguments = new String[more.length + 3];
    arguments[0] = "entropy";
    arguments[1] = command;
    arguments[2] = file.toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    CapturedSession session = new CapturedSession();
    assertThat(session.run(arguments)).as(session.err()).isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(session.out()).isEmpty();
    assertThat(session.err()).contains(sentence).hasLineCount(1);
  }

  @Test
  void anEmptyFileAFolderAndAMissingFileAreRefused() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty"));
    for (String command : new String[] {"test", "assess"}) {
      refused("is empty", command, empty);
      refused("is a folder", command, folder);
      refused("there is no such file", command, folder.resolve("absent"));
    }
  }

  @Test
  void aTestThatASequenceIsTooShortForIsNamed() throws IOException {
    CapturedSession session = new CapturedSession();
    String file = random("short", 25).toString();
    assertThat(session.run("entropy", "test", file, "--json")).as(session.err()).isZero();
    boolean named = false;
    for (JsonNode result : ReadJson.of(session.out()).path("results")) {
      boolean rank = result.path("test").asString().equals("Rank");
      named |= rank && result.path("reason").asString().contains("needs");
      assertThat(rank && result.path("applicable").asBoolean()).isFalse();
    }
    assertThat(named).isTrue();
  }

  @Test
  void aSequenceThatIsTooShortForEveryTestIsRefusedWithTheNumberThatIsNeeded() throws IOException {
    refused("no test applies to sequences of 40 bits", "test", random("five", 5));
    refused("needs 100 bits", "test", random("five", 5));
  }

  @Test
  void aTruncatedFileIsRefusedWithTheSequencesThatItHolds() throws IOException {
    Path file = random("truncated", 1000);
    refused(
        "holds 8000 bits, 8 sequences; --sequences 8 would be accepted",
        "test",
        file,
        "--length",
        "1000",
        "--sequences",
        "10");
    refused("less than one sequence", "test", file, "--length", "9000");
    refused("after the 8000 that are skipped", "test", file, "--skip", "8000");
    Path text = Files.writeString(folder.resolve("text"), "01\n".repeat(300));
    refused(
        "holds 600 bits, 6 sequences",
        "test",
        text,
        "--format",
        "ascii",
        "--length",
        "100",
        "--sequences",
        "7");
    refused("holds 1000", "assess", file, "--format", "bytes", "--length", "2000");
  }

  @Test
  void aWrongWidthOrFormatIsRefusedWithTheRightOne() throws IOException {
    Path file = random("wide", 200);
    refused("holds symbols of 8 bits", "assess", file, "--bits-per-symbol", "4");
    refused("must hold one bit to a byte", "test", file, "--format", "bytes");
    refused("--bits-per-symbol", "assess", file, "--bits-per-symbol", "9");
    refused("--bits-per-symbol", "assess", file, "--bits-per-symbol", "0");
  }

  @Test
  void textThatIsNoBitsIsRefusedWithItsLine() throws IOException {
    Path text =
        Files.writeString(folder.resolve("readme"), "0101\nSpindrift\n", StandardCharsets.UTF_8);
    refused("'S' stands at byte 5, line 2", "test", text, "--format", "ascii");
    refused("'S' stands at byte 5, line 2", "assess", text, "--format", "ascii");
  }

  @Test
  void charactersAreNotTakenForPackedBitsUnlessAskedFor() throws IOException {
    Path text = Files.writeString(folder.resolve("digits"), "0110100110010110\n".repeat(60));
    refused("--format ascii reads them one by one", "test", text);
    CapturedSession session = new CapturedSession();
    assertThat(session.run("entropy", "test", text.toString(), "--format", "packed"))
        .isEqualTo(ExitStatus.CHECK_FAILED);
  }

  @Test
  void lengthsAndCountsOutOfRangeAreRefused() throws IOException {
    Path file = random("file", 1000);
    for (String length : new String[] {"0", "-1", "1000000000000", "x"}) {
      refused("--length", "test", file, "--length", length);
      refused("--length", "assess", file, "--length", length);
    }
    for (String count : new String[] {"0", "-3", "99999999999999999999"}) {
      refused("--sequences", "test", file, "--sequences", count);
    }
    refused("--skip", "test", file, "--skip", "-1");
    refused("--suite", "test", file, "--suite", "diehard");
    refused("--track", "assess", file, "--track", "both");
  }

  @Test
  void optionsOfAnotherTrackAreRefused() throws IOException {
    Path file = random("file", 1000);
    refused("--strict must be left out", "assess", file, "--strict");
    refused("--rows must be left out", "assess", file, "--rows", "10");
    refused("--initial-entropy must be given", "assess", file, "--track", "restart");
    refused(
        "--initial-entropy must be more than 0",
        "assess",
        file,
        "--track",
        "restart",
        "--initial-entropy",
        "NaN");
    refused(
        "must hold 1000000 symbols",
        "assess",
        file,
        "--track",
        "restart",
        "--initial-entropy",
        "1");
  }

  @Test
  void allZerosFailAsBitsAndHoldNoEntropyAsSymbols() throws IOException {
    Path zeros = Files.write(folder.resolve("zeros"), new byte[125_000]);
    CapturedSession tested = new CapturedSession();
    assertThat(tested.run("entropy", "test", zeros.toString())).isEqualTo(ExitStatus.CHECK_FAILED);
    assertThat(tested.out()).contains("Failed:");
    CapturedSession assessed = new CapturedSession();
    assertThat(assessed.run("entropy", "assess", zeros.toString(), "--json"))
        .as(assessed.err())
        .isZero();
    assertThat(ReadJson.of(assessed.out()).path("assessedBitsPerSymbol").asDouble()).isZero();
  }

  private Path npy(String name, String shape, int bytes) throws IOException {
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + ", }";
    header = header + " ".repeat(117 - header.length()) + "\n";
    byte[] start = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length(), 0};
    byte[] file = Arrays.copyOf(start, start.length + header.length() + bytes);
    System.arraycopy(
        header.getBytes(StandardCharsets.US_ASCII), 0, file, start.length, header.length());
    return Files.write(folder.resolve(name), file);
  }

  @Test
  void brokenSamplesAreRefused() throws IOException {
    String[] gaussian = {"--suite", "gaussian"};
    refused("ends after 25", "test", npy("truncated.npy", "(1000,)", 100), gaussian);
    refused("ends after 25", "test", npy("huge.npy", "(999999999999999999,)", 100), gaussian);
    refused("claims", "test", npy("product.npy", "(9999999999, 9999999999)", 100), gaussian);
    refused("at least 1000 samples", "test", npy("none.npy", "(0,)", 0), gaussian);
    byte[] endless = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 2, 0, -1, -1, -1, -1, 0, 0};
    Path header = Files.write(folder.resolve("header.npy"), endless);
    refused("header of at most", "test", header, gaussian);
    refused("ends with 1 more", "test", random("noise.npy", 4001), gaussian);
    refused("must be a file", "test", folder, gaussian);
  }

  @Test
  void aFileOfSamplesIsNotTakenForBitsUnlessAskedFor() throws IOException {
    Path samples = npy("samples.npy", "(2000,)", 8000);
    refused("begins as a NumPy file", "test", samples);
    refused("begins as a NumPy file", "assess", samples);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void linksThatLeadNowhereAndFilesWithoutEndAreRefused() throws IOException {
    Path loop = folder.resolve("loop");
    Files.createSymbolicLink(loop, loop);
    Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("absent"));
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Path toFolder = Files.createSymbolicLink(folder.resolve("to-folder"), inner);
    Path endless = Path.of("/dev/zero");
    for (String command : new String[] {"test", "assess"}) {
      refused("there is no such file", command, loop);
      refused("there is no such file", command, dangling);
      refused("is a folder", command, toFolder);
    }
    refused("--sequences must be given", "test", endless);
    refused("--length 1000000 would be accepted", "assess", endless);
    refused("must be a file", "test", endless, "--suite", "gaussian");
  }
}
