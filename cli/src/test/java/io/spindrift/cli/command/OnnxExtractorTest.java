package io.spindrift.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.cli.CapturedSession;
import io.spindrift.diffusion.metric.StatisticsFile;
import io.spindrift.diffusion.metric.StoredStatistics;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.OnnxText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks from ONNX files, given to the commands by path. */
class OnnxExtractorTest {
  private static final byte[] IDX = {0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 2, 0, 0, 0, 2};
  private static final byte[] PIXELS = {0, 0, 0, 0, 102, 102, 102, 102, -1, -1, -1, -1};
  private static final double MEAN = (0 + 102 + 255) / 3.0 / 255;

  @TempDir private Path folder;
  private Path images = Path.of("");
  private Path network = Path.of("");

  @BeforeEach
  void placeThreeGreyImagesAndANetwork() throws IOException {
    byte[] idx = Arrays.copyOf(IDX, IDX.length + PIXELS.length);
    System.arraycopy(PIXELS, 0, idx, IDX.length, PIXELS.length);
    images = Files.write(folder.resolve("images-idx3-ubyte"), idx);
    network = Files.write(folder.resolve("net.onnx"), means());
  }

  /** Outputs: mean of every colour, and its double. */
  private static byte[] means() {
    return graph()
        .node("GlobalAveragePool", new String[] {"x"}, "mean")
        .node("Add", new String[] {"mean", "mean"}, "double")
        .output("mean", OnnxText.FLOAT, 1, 3, 1, 1)
        .output("double", OnnxText.FLOAT, 1, 3, 1, 1)
        .file();
  }

  private static OnnxText graph() {
    return new OnnxText().input("x", OnnxText.FLOAT, 1, 3, 4, 4);
  }

  @Test
  void theFirstOutputAndPixelsFromZeroToOneAreTaken() {
    assertThat(measured(network.toString()).statistics().mean())
        .containsExactly(new double[] {MEAN, MEAN, MEAN}, within(1e-6));
  }

  @Test
  void anOutputIsTakenByName() {
    StoredStatistics stored = measured(network + "#double");
    assertThat(stored.statistics().mean()[1]).isCloseTo(2 * MEAN, within(1e-6));
    assertThat(stored.extractor()).matches("net \\(sha256 [0-9a-f]{12}, output double\\)");
    refused("has no output pool; it has mean, double", network + "#pool");
    refused("has no output ; it has mean, double", network + "#");
  }

  @Test
  void pixelsAreScaledAsAsked() {
    StoredStatistics symmetric = measured(network.toString(), "--extractor-scale", "-1:1");
    assertThat(symmetric.statistics().mean()[0]).isCloseTo(2 * MEAN - 1, within(1e-6));
    StoredStatistics imagenet = measured(network.toString(), "--extractor-scale", "imagenet");
    assertThat(imagenet.statistics().mean())
        .containsExactly(
            new double[] {(MEAN - 0.485) / 0.229, (MEAN - 0.456) / 0.224, (MEAN - 0.406) / 0.225},
            within(1e-6));
    assertThat(imagenet.extractor()).contains(", pixels imagenet)");
    refused(
        "--extractor-scale must be one of 0:1, -1:1, imagenet, but was 0:255",
        network.toString(),
        "--extractor-scale",
        "0:255");
  }

  /** Otherwise two distances by other features would look alike. */
  @Test
  void statisticsOfAnotherOutputOrScaleAreRefused() {
    measured(network.toString());
    String stored = folder.resolve("statistics.npz").toString();
    for (String[] other :
        List.of(
            new String[] {network + "#double"},
            new String[] {network.toString(), "--extractor-scale", "-1:1"})) {
      CapturedSession session = new CapturedSession();
      String[] command = {"fid", stored, images.toString(), "--extractor"};
      assertThat(session.run(joined(command, other))).isEqualTo(ExitStatus.UNUSABLE_INPUT);
      assertThat(session.err()).contains("only distances by one network compare");
    }
  }

  @Test
  void outputAndScaleAreForOnnxAlone() throws IOException {
    Path other = Files.write(folder.resolve("net.safetensors"), new byte[] {2, 0, 0, 0});
    refused("must name an output only of an ONNX file", other + "#double");
    refused("--extractor-scale is for ONNX networks", other.toString(), "--extractor-scale", "0:1");
    refused("--extractor-scale is for ONNX networks", "self", "--extractor-scale", "0:1");
  }

  /** Archives, and the pickles of older versions, by their first bytes and whatever their name. */
  @Test
  void filesOfPyTorchAreRefusedWithWhatToExport() throws IOException {
    byte[] archive = {'P', 'K', 3, 4, 0, 0, 0, 0, 0, 0};
    byte[] pickle = {
      (byte) 0x80, 2, (byte) 0x8a, 10, 'l', (byte) 0xfc, (byte) 0x9c, 'F', (byte) 0xf9, ' '
    };
    Files.createDirectory(folder.resolve("feature-nets"));
    for (byte[] content : List.of(archive, pickle)) {
      for (String name : List.of("net.pt", "net.pth", "net.safetensors", "renamed.onnx")) {
        Path file = Files.write(folder.resolve(name), content);
        refused("torch.onnx.export makes an ONNX file", file.toString());
        CapturedSession run = new CapturedSession();
        String[] command = {"run", "--quick", "--set", "metric.extractor=" + file};
        Path out = folder.resolve("run");
        assertThat(run.run(joined(command, "--out", out.toString())))
            .as(run.err())
            .isEqualTo(ExitStatus.UNUSABLE_INPUT);
        assertThat(run.err()).contains("torch.onnx.export", name);
        assertThat(out).doesNotExist();
      }
      Files.write(folder.resolve("feature-nets/named.onnx"), content);
      refused("torch.onnx.export makes an ONNX file", "named");
    }
  }

  @Test
  void aRunSaysThatItTakesBothKindsOfFile() {
    CapturedSession session = new CapturedSession();
    assertThat(session.run("run", "--quick", "--set", "metric.extractor=nowhere"))
        .isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(session.err())
        .contains("self, a safetensors or ONNX file", "nowhere.safetensors or nowhere.onnx");
  }

  @Test
  void truncatedFilesAreRefused() throws IOException {
    byte[] whole = means();
    for (int length = 0; length < whole.length; length += 11) {
      Path cut = Files.write(folder.resolve("cut.onnx"), Arrays.copyOf(whole, length));
      refused("cut.onnx", cut.toString());
    }
  }

  @Test
  void randomBytesAreRefused() throws IOException {
    RandomStream random = StreamKey.root(5).purpose("random file").open();
    for (int length : new int[] {1, 9, 100, 5000}) {
      byte[] noise = new byte[length];
      random.nextBytes(noise);
      refused("noise.onnx", Files.write(folder.resolve("noise.onnx"), noise).toString());
    }
  }

  /** More than the file holds, or than a machine does: of bytes, elements, pixels, features. */
  @Test
  void hugeClaimsAreRefused() throws IOException {
    long huge = 1L << 40;
    byte[] length = {8, 8, 58, -1, -1, -1, -1, -1, 31};
    refusedFile(length);
    String[] xw = {"x", "w"};
    refusedFile(
        graph()
            .weights("w", new long[] {huge, huge}, 1)
            .node("Add", xw, "y")
            .output("y", OnnxText.FLOAT, 1, 3, 4, 4)
            .file());
    refusedFile(
        graph()
            .weights("w", new long[] {1, 3, 4, 1 << 30})
            .node("Add", xw, "y")
            .output("y", OnnxText.FLOAT, 1, 3, 4, 4)
            .file());
    refusedFile(
        new OnnxText()
            .input("x", OnnxText.FLOAT, 1, 3, huge, huge)
            .node("Identity", new String[] {"x"}, "y")
            .output("y", OnnxText.FLOAT, 1, 3, huge, huge)
            .file());
    refusedFile(
        new OnnxText()
            .input("x", OnnxText.FLOAT, 1, 3, 64, 64)
            .node("Flatten", new String[] {"x"}, "y")
            .output("y", OnnxText.FLOAT, 1, 12288)
            .file());
  }

  /** The checksum covers one file, so that weights beside it or anywhere else are not read. */
  @Test
  void weightsInOtherFilesAreNotRead() throws IOException {
    Files.write(folder.resolve("w.bin"), new byte[12]);
    for (String place : List.of("w.bin", folder.resolve("w.bin").toString(), "../w.bin")) {
      refusedFile(
          graph()
              .weightsElsewhere("w", new long[] {1, 3, 1, 1}, place)
              .node("Add", new String[] {"x", "w"}, "y")
              .output("y", OnnxText.FLOAT, 1, 3, 4, 4)
              .file());
    }
  }

  private StoredStatistics measured(String extractor, String... options) {
    Path kept = folder.resolve("statistics.npz");
    CapturedSession session = new CapturedSession();
    String[] command = {
      "fid", images.toString(), "--save-statistics", kept.toString(), "--extractor", extractor
    };
    assertThat(session.run(joined(command, options))).as(session.err()).isZero();
    return StatisticsFile.read(kept);
  }

  private void refusedFile(byte[] content) throws IOException {
    refused("bad.onnx", Files.write(folder.resolve("bad.onnx"), content).toString());
  }

  private void refused(String words, String extractor, String... options) {
    CapturedSession session = new CapturedSession();
    String[] command = {"fid", images.toString(), images.toString(), "--extractor", extractor};
    assertThat(session.run(joined(command, options)))
        .as(extractor + " " + session.out())
        .isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(session.out()).isEmpty();
    assertThat(session.err()).contains(words);
    assertThat(session.err().strip().lines()).hasSize(1);
  }

  private static String[] joined(String[] first, String... rest) {
    String[] all = Arrays.copyOf(first, first.length + rest.length);
    System.arraycopy(rest, 0, all, first.length, rest.length);
    return all;
  }
}
