package io.spindrift.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.diffusion.metric.FeatureExtractor;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.OnnxText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxNetworksTest {
  private static final ImageShape GREY = new ImageShape(1, 2, 2);
  @TempDir private Path folder;

  /** relu(2 p - 1) and relu(-p + 1/2) of every pixel p, each averaged over the image. */
  @Test
  void aConvolutionIsAveragedAsByHand() throws IOException {
    byte[] pixels = {0, 51, (byte) 153, (byte) 255, (byte) 255, 0, 0, 0};
    double[] expected = {
      (0.2 + 1) / 4, (0.5 + 0.3) / 4,
      1.0 / 4, 1.5 / 4
    };
    assertThat(features(convolution(1, 2, 2), null, PixelScale.UNIT, pixels, GREY, 2))
        .usingComparatorWithPrecision(1e-6f)
        .containsExactly(floats(expected));
  }

  @Test
  void theOutputCanBeChosenAndFourDimensionsAreAveraged() throws IOException {
    byte[] pixels = {0, 51, (byte) 153, (byte) 255};
    float[] maps = features(convolution(1, 2, 2), "maps", PixelScale.UNIT, pixels, GREY, 1);
    assertThat(maps).usingComparatorWithPrecision(1e-6f).containsExactly(floats(1.2 / 4, 0.8 / 4));
    assertThatThrownBy(
            () -> features(convolution(1, 2, 2), "pool", PixelScale.UNIT, pixels, GREY, 1))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("no output pool; it has features, maps");
  }

  /** y = x W with W of 12 rows: feature 0 weighs pixel i by i, feature 1 counts all. */
  @Test
  void pixelsAreScaledAndGreyIsRepeated() throws IOException {
    byte[] pixels = {0, 51, (byte) 153, (byte) 255};
    float[] unit = {0, 0.2f, 0.6f, 1};
    for (PixelScale scale : PixelScale.values()) {
      double weighed = 0;
      double sum = 0;
      for (int i = 0; i < 12; i++) {
        double value = expected(scale, unit[i % 4], i / 4);
        weighed += i * value;
        sum += value;
      }
      assertThat(features(product(12, 1, 3, 2, 2), null, scale, pixels, GREY, 1))
          .as(scale.toString())
          .usingComparatorWithPrecision(1e-4f)
          .containsExactly(floats(weighed, sum));
    }
  }

  private static double expected(PixelScale scale, double share, int channel) {
    return switch (scale) {
      case UNIT -> share;
      case SYMMETRIC -> 2 * share - 1;
      case IMAGENET ->
          (share - new double[] {0.485, 0.456, 0.406}[channel])
              / new double[] {0.229, 0.224, 0.225}[channel];
    };
  }

  /** Two pixels become four: a, (3 a + b) / 4, (a + 3 b) / 4, b. */
  @Test
  void sidesAreInterpolatedBetweenPixelCentres() throws IOException {
    byte[] pixels = {0, (byte) 255};
    ImageShape row = new ImageShape(1, 1, 2);
    assertThat(features(product(4, 1, 1, 1, 4), null, PixelScale.UNIT, pixels, row, 1))
        .usingComparatorWithPrecision(1e-6f)
        .containsExactly(floats(0.25 + 2 * 0.75 + 3, 2));
    byte[] four = {0, (byte) 255, (byte) 102, (byte) 51};
    ImageShape column = new ImageShape(1, 4, 1);
    assertThat(features(product(2, 1, 1, 2, 1), null, PixelScale.UNIT, four, column, 1))
        .usingComparatorWithPrecision(1e-6f)
        .containsExactly(floats(0.3, 0.8));
  }

  @Test
  void featuresDependNeitherOnThreadsNorOnNeighbours() throws IOException {
    ImageShape shape = new ImageShape(1, 28, 28);
    int count = 70;
    byte[] pixels = new byte[count * shape.size()];
    var random = StreamKey.root(1).purpose("pixels").open();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) random.nextInt(256);
    }
    float[] alone = new float[2 * count];
    try (FeatureExtractor network = open(convolution(1, 17, 31), null, PixelScale.UNIT, 1)) {
      for (int i = 0; i < count; i++) {
        byte[] image = Arrays.copyOfRange(pixels, i * 784, (i + 1) * 784);
        float[] found = new float[2];
        network.extract(image, shape, 1, found);
        System.arraycopy(found, 0, alone, 2 * i, 2);
      }
    }
    for (int threads : new int[] {1, 3, 8}) {
      try (FeatureExtractor network =
          open(convolution(1, 17, 31), null, PixelScale.UNIT, threads)) {
        float[] together = new float[2 * count];
        network.extract(pixels, shape, count, together);
        assertThat(together).as(threads + " threads").isEqualTo(alone);
      }
    }
  }

  @Test
  void openSidesTakeImagesAsTheyAre() throws IOException {
    byte[] pixels = {(byte) 255, (byte) 255, (byte) 255, (byte) 255, (byte) 255, (byte) 255};
    ImageShape wide = new ImageShape(1, 2, 3);
    assertThat(features(convolution(-1, -2, -3), null, PixelScale.UNIT, pixels, wide, 1))
        .containsExactly(1, 0);
  }

  @Test
  void theNameTellsChecksumOutputAndScale() throws IOException {
    try (FeatureExtractor plain = open(convolution(1, 2, 2), null, PixelScale.UNIT, 1);
        FeatureExtractor other = open(convolution(1, 2, 2), "maps", PixelScale.SYMMETRIC, 1)) {
      assertThat(plain.name()).matches("net \\(sha256 [0-9a-f]{12}\\)");
      assertThat(other.name()).isEqualTo(plain.name().replace(")", ", output maps, pixels -1:1)"));
    }
  }

  @Test
  void whatDoesNotFitIsRefused() {
    refused("1 or any, channel", product(4, 2, 1, 1, 4));
    refused("1 or any, channel", product(4, 1, 1, 4));
    refused("1 or any, channel", product(4, 1, -1, 1, 4));
    refused(
        "one input",
        new OnnxText()
            .input("a", 1, 1, 1, 2, 2)
            .input("b", 1, 1, 1, 2, 2)
            .node("Add", new String[] {"a", "b"}, "y")
            .output("y", 1, 1, 1, 2, 2)
            .file());
    refused(
        "32-bit floats",
        new OnnxText()
            .input("a", OnnxText.INT64, 1, 1, 2, 2)
            .node("Identity", new String[] {"a"}, "z")
            .output("z", OnnxText.INT64, 1, 1, 2, 2)
            .file());
    refused("weights inside", new byte[] {8, 8, 58});
    refused("weights inside", new byte[0]);
    assertThatThrownBy(() ->
            features(
                product(12, 1, 3, 2, 2),
                null,
                PixelScale.UNIT,
                new byte[8],
                new ImageShape(2, 2, 2),
                1))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("takes images of 3 channels");
    assertThatThrownBy(() -> open(product(4, 1, 1, 2, 2), null, PixelScale.IMAGENET, 1).close())
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("3 channels for pixels scaled as imagenet");
  }

  /** Cuts of a file, and bits turned over, open or are refused with a sentence. */
  @Test
  void damagedFilesAreRefusedOrOpened() {
    byte[] whole = convolution(1, 2, 2);
    for (int length = 0; length < whole.length; length += 5) {
      opensOrRefuses(Arrays.copyOf(whole, length));
    }
    for (int at = 0; at < whole.length; at += 3) {
      byte[] damaged = whole.clone();
      damaged[at] ^= (byte) (1 << at % 8);
      opensOrRefuses(damaged);
    }
  }

  @Test
  void filesAreToldApartByContent() throws IOException {
    OnnxNetworks networks = OnnxNetworks.onThreads(1);
    assertThat(networks.holds(write("network.bin", convolution(1, 2, 2)))).isTrue();
    assertThat(networks.holds(write("a.safetensors", new byte[] {8, 1, 0, 0, 0, 0, 0, 0, '{'})))
        .isFalse();
    assertThat(networks.holds(write("b", new byte[] {8, 1, 2, 0, 0, 0, 0, 0, '{'}))).isFalse();
    assertThat(networks.holds(write("c", new byte[] {'P', 'K', 3, 4}))).isFalse();
    assertThat(networks.holds(write("d.onnx", new byte[0]))).isTrue();
    assertThat(networks.holds(folder.resolve("missing.onnx"))).isFalse();
  }

  /** features = mean of maps = relu(2 x - 1) and relu(-x + 1/2) by a convolution of one pixel. */
  private static byte[] convolution(long batch, long height, long width) {
    return new OnnxText()
        .input("x", OnnxText.FLOAT, batch, 1, height, width)
        .weights("w", new long[] {2, 1, 1, 1}, 2, -1)
        .weights("b", new long[] {2}, -1, 0.5f)
        .node("Conv", new String[] {"x", "w", "b"}, "c", OnnxText.ints("kernel_shape", 1, 1))
        .node("Relu", new String[] {"c"}, "maps")
        .node("GlobalAveragePool", new String[] {"maps"}, "features")
        .output("features", OnnxText.FLOAT, batch, 2, 1, 1)
        .output("maps", OnnxText.FLOAT, batch, 2, height, width)
        .file();
  }

  /** y = x W, where row i of W is (i, 1). */
  private static byte[] product(int rows, long... shape) {
    float[] weights = new float[2 * rows];
    for (int i = 0; i < rows; i++) {
      weights[2 * i] = i;
      weights[2 * i + 1] = 1;
    }
    return new OnnxText()
        .input("x", OnnxText.FLOAT, shape)
        .weights("w", new long[] {rows, 2}, weights)
        .node("Flatten", new String[] {"x"}, "flat")
        .node("Gemm", new String[] {"flat", "w"}, "y")
        .output("y", OnnxText.FLOAT, shape[0], 2)
        .file();
  }

  private float[] features(
      byte[] file,
      @Nullable String output,
      PixelScale scale,
      byte[] pixels,
      ImageShape shape,
      int batch)
      throws IOException {
    try (FeatureExtractor network = open(file, output, scale, 1)) {
      float[] found = new float[batch * network.features()];
      network.extract(pixels, shape, batch, found);
      return found;
    }
  }

  private FeatureExtractor open(byte[] file, @Nullable String output, PixelScale scale, int threads)
      throws IOException {
    return new OnnxNetworks(threads, output, scale).open("net", write("net.onnx", file));
  }

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private void refused(String words, byte[] file) {
    assertThatThrownBy(() -> open(file, null, PixelScale.UNIT, 1).close())
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining(words)
        .hasMessageContaining("net.onnx");
  }

  private void opensOrRefuses(byte[] file) {
    try (FeatureExtractor network = open(file, null, PixelScale.UNIT, 1)) {
      network.extract(new byte[4], GREY, 1, new float[network.features()]);
      assertThat((double) network.features()).isCloseTo(1, within(8192.0));
    } catch (UnusableInput refusal) {
      assertThat(refusal.getMessage()).contains("net.onnx").doesNotContain("\n");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Float[] floats(double... values) {
    return Arrays.stream(values).mapToObj(v -> (float) v).toArray(Float[]::new);
  }
}
