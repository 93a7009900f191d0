package io.spindrift.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.cli.CapturedSession;
import io.spindrift.cli.ReadJson;
import io.spindrift.entropy.KeyedBits;
import io.spindrift.entropy.gaussian.BinomialSum;
import io.spindrift.entropy.gaussian.SoftwareGaussian;
import io.spindrift.numerics.random.StreamKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class GaussianSuiteTest {
  @TempDir private Path folder;

  private static float[] normal(int count) {
    float[] samples = new float[count];
    new SoftwareGaussian().fill(StreamKey.root(11), samples, 0, count);
    return samples;
  }

  private static byte[] bytes(float[] samples) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(samples);
    return bytes.array();
  }

  private Path npy(String name, String descr, String shape, byte[] data) throws IOException {
    String header = "{'descr': '" + descr + "', 'fortran_order': False, 'shape': " + shape + ", }";
    byte[] text =
        (header + " ".repeat(117 - header.length()) + "\n").getBytes(StandardCharsets.US_ASCII);
    ByteBuffer file =
        ByteBuffer.allocate(10 + text.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
    file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    file.putShort((short) text.length).put(text).put(data);
    return Files.write(folder.resolve(name), file.array());
  }

  private static CapturedSession tested(int status, Path file, String... more) {
    CapturedSession session = new CapturedSession();
    String[] arguments = {"entropy", "test", file.toString(), "--suite", "gaussian", "--quiet"};
    String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    assertThat(session.run(all)).as(session.err()).isEqualTo(status);
    return session;
  }

  private static void refused(String words, Path file, String... more) {
    CapturedSession session = tested(ExitStatus.UNUSABLE_INPUT, file, more);
    assertThat(session.err()).contains(words);
    assertThat(session.out()).isEmpty();
  }

  @Test
  void bothFormatsOfTheSameSamplesGiveTheSameResults() throws IOException {
    float[] samples = normal(20_000);
    Path flat = npy("flat.npy", "<f4", "(20000,)", bytes(samples));
    Path square = npy("square.npy", "<f4", "(200, 100)", bytes(samples));
    Path bare = Files.write(folder.resolve("bare.f32"), bytes(samples));
    ByteBuffer doubles = ByteBuffer.allocate(8 * samples.length);
    for (float x : samples) {
      doubles.putDouble(x);
    }
    Path wide = npy("wide.npy", ">f8", "(20000,)", doubles.array());
    JsonNode first = ReadJson.of(tested(ExitStatus.DONE, flat, "--json").out());
    assertThat(first.path("verdict").asString()).isEqualTo("passed");
    assertThat(first.path("samples").asInt()).isEqualTo(20_000);
    assertThat(first.path("results").size()).isEqualTo(12);
    for (JsonNode result : first.path("results")) {
      assertThat(result.path("applicable").asBoolean()).isTrue();
      assertThat(result.path("pass").asBoolean()).isTrue();
      assertThat(result.path("pValue").asDouble()).isBetween(0.0, 1.0);
      assertThat(result.path("test").asString()).isNotEmpty();
    }
    for (Path other : new Path[] {square, bare, wide}) {
      JsonNode same = ReadJson.of(tested(ExitStatus.DONE, other, "--json").out());
      assertThat(same.path("results")).isEqualTo(first.path("results"));
    }
  }

  @Test
  void shiftedSamplesEndWithStatusOne() throws IOException {
    float[] samples = normal(20_000);
    for (int i = 0; i < samples.length; i++) {
      samples[i] += 0.1f;
    }
    Path file = Files.write(folder.resolve("shifted.f32"), bytes(samples));
    assertThat(tested(ExitStatus.CHECK_FAILED, file, "--format", "float32").out())
        .contains(
            "Mean", "rejected", "Failed:", "at a family-wise level of 1 %", "nine times in ten");
  }

  @Test
  void aSumOfBitsPassesAsWhatItStates() throws IOException {
    float[] samples = new float[50_000];
    BinomialSum.fair(new KeyedBits(), 16).fill(StreamKey.root(4), samples, 0, samples.length);
    Path file = Files.write(folder.resolve("sum.f32"), bytes(samples));
    Path page = folder.resolve("sum.html");
    tested(ExitStatus.CHECK_FAILED, file);
    JsonNode found =
        ReadJson.of(
            tested(
                    ExitStatus.DONE,
                    file,
                    "--json",
                    "--sum-of",
                    "16",
                    "--certificate",
                    page.toString())
                .out());
    assertThat(found.path("normalVerdict").asString()).isEqualTo("failed");
    assertThat(found.path("statedVerdict").asString()).isEqualTo("passed");
    assertThat(Files.readString(page)).contains("Against the law that the method states", "<svg");
  }

  @Test
  void whatIsNoSampleFileIsRefusedInOneSentence() throws IOException {
    float[] samples = normal(2000);
    byte[] data = bytes(samples);
    refused(
        "must hold 2000 samples, but ends after 1999",
        npy("cut.npy", "<f4", "(2000,)", Arrays.copyOf(data, data.length - 3)));
    refused(
        "must hold uint8, float32 or float64 elements, but holds i4",
        npy("whole.npy", "<i4", "(2000,)", data));
    refused(
        "must hold float32 or float64 elements, but holds uint8",
        npy("bytes.npy", "|u1", "(8000,)", data));
    refused(
        "but ends with 1 more after 1999",
        Files.write(folder.resolve("odd.f32"), Arrays.copyOf(data, data.length - 3)));
    samples[1500] = Float.POSITIVE_INFINITY;
    refused("sample 1500 is Infinity", Files.write(folder.resolve("infinite.f32"), bytes(samples)));
    refused(
        "must hold at least 1000 samples, but holds 10",
        Files.write(folder.resolve("few.f32"), bytes(new float[10])));
    refused(
        "must hold samples that differ",
        Files.write(folder.resolve("flat.f32"), bytes(new float[5000])));
    refused("there is none", folder.resolve("absent.npy"));
    refused(
        "--format of a file of Gaussian samples must be npy or float32, but was packed",
        Files.write(folder.resolve("good.f32"), data),
        "--format",
        "packed");
  }

  @Test
  void aFileOfBitsGetsAPageWithEveryTest() throws IOException {
    byte[] bits = new byte[25_000];
    StreamKey.root(3).open().nextBytes(bits);
    Path file = Files.write(folder.resolve("bits.bin"), bits);
    Path page = folder.resolve("page.html");
    CapturedSession session = new CapturedSession();
    assertThat(
            session.run(
                "entropy",
                "test",
                file.toString(),
                "--length",
                "100000",
                "--quiet",
                "--certificate",
                page.toString()))
        .as(session.err())
        .isZero();
    assertThat(Files.readString(page))
        .contains("bits.bin", "SHA-256", "NonOverlappingTemplate", "148 results", "Pooling limit")
        .contains("What could have been detected", "does not apply", "<svg")
        .doesNotContain("src=\"http", "<script", "NaN");
  }
}
