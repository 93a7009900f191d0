package io.spindrift.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.numerics.UnusableInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class PublishedNetworksTest {
  private final TorchEngine engine = TinyNets.engine(Precision.AUTO, 1);

  /** 98.79 % of the 10,000 test digits, as published with the weights. */
  @Test
  void leNetReadsTheTestDigitsAsWellAsPublished() throws IOException {
    byte[] images = unpacked("mnist/t10k-images-idx3-ubyte.gz");
    byte[] labels = unpacked("mnist/t10k-labels-idx1-ubyte.gz");
    byte[] pixels = Arrays.copyOfRange(images, 16, images.length);
    ImageShape digit = new ImageShape(1, 28, 28);
    try (TorchFeatureExtractor lenet = engine.open("lenet", net("lenet-mnist"))) {
      assertThat(right(lenet, pixels, digit, i -> labels[8 + i], 10_000)).isEqualTo(9879);
      assertThat(lenet.features()).isEqualTo(84);
      assertThatThrownBy(() -> lenet.extract(pixels, new ImageShape(3, 32, 32), 1, new float[84]))
          .isInstanceOf(UnusableInput.class)
          .hasMessageContaining("28x28 grey");
    }
  }

  /** 91.7 % is published; of 50 pictures 40 or fewer are right with probability 0.001. */
  @Test
  void resNetReadsTestPictures() throws IOException {
    byte[] records = unpacked("cifar10-lossless-subset/test_50.bin.gz");
    int count = records.length / 3073;
    byte[] pixels = new byte[count * 3072];
    for (int i = 0; i < count; i++) {
      System.arraycopy(records, i * 3073 + 1, pixels, i * 3072, 3072);
    }
    ImageShape picture = new ImageShape(3, 32, 32);
    try (TorchFeatureExtractor resnet = engine.open("resnet", net("resnet20-cifar10"))) {
      assertThat(right(resnet, pixels, picture, i -> records[i * 3073], count)).isGreaterThan(40);
      assertThat(resnet.features()).isEqualTo(64);
      resnet.extract(new byte[784], new ImageShape(1, 28, 28), 1, new float[64]);
    }
  }

  private interface Labels {
    int of(int index);
  }

  private static int right(
      TorchFeatureExtractor net, byte[] pixels, ImageShape shape, Labels labels, int count) {
    float[] scores = new float[count * 10];
    net.classify(pixels, shape, count, new float[count * net.features()], scores);
    int right = 0;
    for (int i = 0; i < count; i++) {
      int best = 0;
      for (int c = 1; c < 10; c++) {
        best = scores[i * 10 + c] > scores[i * 10 + best] ? c : best;
      }
      right += best == labels.of(i) ? 1 : 0;
    }
    return right;
  }

  private static Path net(String name) {
    return data().resolve("feature-nets").resolve(name + ".safetensors");
  }

  private static byte[] unpacked(String name) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(data().resolve(name)))) {
      return in.readAllBytes();
    }
  }

  private static Path data() {
    String folder = System.getProperty("spindrift.data", "");
    if (folder.isBlank() || folder.startsWith("$")) {
      Assumptions.abort("no image data: pass -Dspindrift.data=DIR");
    }
    return Path.of(folder);
  }
}
