package io.spindrift.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.diffusion.extractor.CachingEngine;
import io.spindrift.diffusion.extractor.ExtractorCache;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierTest {
  private static final ImageShape SHAPE = new ImageShape(1, 12, 12);
  private final TorchEngine engine = TinyNets.engine(Precision.AUTO, 1);
  @TempDir Path folder;

  /** Class 0 is brighter on the left, class 1 on the right, by as much as the noise spreads. */
  private static final class Halves implements ImageSet {
    private final int classes;

    Halves(int classes) {
      this.classes = classes;
    }

    @Override
    public String name() {
      return "halves";
    }

    @Override
    public ImageShape shape() {
      return SHAPE;
    }

    @Override
    public int count() {
      return Integer.MAX_VALUE;
    }

    @Override
    public int classes() {
      return classes;
    }

    @Override
    public int label(int index) {
      return index % 2;
    }

    @Override
    public void read(int index, byte[] target, int offset) {
      var stream = StreamKey.root(5).at(index).open();
      for (int i = 0; i < SHAPE.size(); i++) {
        boolean left = i % SHAPE.width() < SHAPE.width() / 2;
        double mean = left == (label(index) == 0) ? 150 : 100;
        double value = Math.clamp(mean + 50 * stream.nextGaussian(), 0, 255);
        target[offset + i] = (byte) (int) value;
      }
    }
  }

  @Test
  void learnsToTellImagesApart() {
    byte[] pixels = pixels(200);
    float[] scores = new float[200 * 2];
    try (TorchFeatureExtractor extractor = train(1, "a")) {
      float[] features = new float[200 * 64];
      extractor.classify(pixels, SHAPE, 200, features, scores);
      float[] again = new float[200 * 64];
      extractor.extract(pixels, SHAPE, 200, again);
      assertThat(features).isEqualTo(again);
      assertThat(extractor.classes()).isEqualTo(2);
      int right = 0;
      for (int i = 0; i < 200; i++) {
        right += (scores[2 * i + 1] > scores[2 * i] ? 1 : 0) == (1000 + i) % 2 ? 1 : 0;
      }
      assertThat(right).isGreaterThan(190);
      assertThat(extractor.name()).startsWith("classifier trained on halves (sha256 ");
      assertThat(extractor.features()).isEqualTo(64);
    }
  }

  @Test
  void sameSeedGivesTheSameFileOnAnyNumberOfThreads() throws IOException {
    train(1, "a").close();
    for (int threads : new int[] {2, 3, 8}) {
      train(TinyNets.engine(Precision.AUTO, threads), 1, "b" + threads).close();
      assertThat(folder.resolve("a")).hasSameBinaryContentAs(folder.resolve("b" + threads));
    }
    train(2, "c").close();
    assertThat(Files.mismatch(folder.resolve("a"), folder.resolve("c"))).isNotNegative();
  }

  @Test
  void aNetworkFromTheCacheIsTheOneThatWouldHaveBeenTrainedWhateverThePrecision()
      throws IOException {
    train(1, "plain").close();
    ExtractorCache cache = new ExtractorCache(folder.resolve("cache"));
    for (Precision precision : Precision.values()) {
      TorchEngine inner = TinyNets.engine(precision, 3);
      Path file = folder.resolve("of " + precision);
      new CachingEngine(inner, cache, sentence -> {})
          .trainExtractor(new Halves(2), 1000, 40, 1, file, Progress.NONE)
          .close();
      assertThat(file).hasSameBinaryContentAs(folder.resolve("plain"));
    }
    try (Stream<Path> kept = Files.list(cache.folder())) {
      assertThat(kept).hasSize(1);
    }
  }

  @Test
  void featuresDoNotDependOnTheBatchOrTheThreads() {
    int count = 70;
    float[] together = new float[count * 64];
    float[] apart = new float[64];
    byte[] pixels = pixels(count);
    try (TorchFeatureExtractor extractor = train(1, "a")) {
      try (TorchFeatureExtractor shared =
          TinyNets.engine(Precision.AUTO, 3).open("a", folder.resolve("a"))) {
        shared.extract(pixels, SHAPE, count, together);
      }
      for (int i = 0; i < count; i += 3) {
        byte[] one = java.util.Arrays.copyOfRange(pixels, i * 144, (i + 1) * 144);
        extractor.extract(one, SHAPE, 1, apart);
        assertThat(apart)
            .containsExactly(java.util.Arrays.copyOfRange(together, i * 64, (i + 1) * 64));
      }
    }
  }

  @Test
  void imagesWithoutLabelsOrOfAnotherShapeAreRefused() {
    Path file = folder.resolve("none");
    assertThatThrownBy(() -> engine.trainExtractor(new Halves(0), 100, 5, 1, file, Progress.NONE))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("no labels");
    assertThat(file).doesNotExist();
    try (TorchFeatureExtractor extractor = train(1, "a")) {
      ImageShape other = new ImageShape(1, 14, 14);
      assertThatThrownBy(() -> extractor.extract(new byte[196], other, 1, new float[64]))
          .isInstanceOf(UnusableInput.class)
          .hasMessageContaining("14x14 grey");
    }
  }

  private TorchFeatureExtractor train(long seed, String name) {
    return train(engine, seed, name);
  }

  private TorchFeatureExtractor train(TorchEngine which, long seed, String name) {
    return (TorchFeatureExtractor)
        which.trainExtractor(new Halves(2), 1000, 40, seed, folder.resolve(name), Progress.NONE);
  }

  private static byte[] pixels(int count) {
    byte[] pixels = new byte[count * SHAPE.size()];
    for (int i = 0; i < count; i++) {
      new Halves(2).read(1000 + i, pixels, i * SHAPE.size());
    }
    return pixels;
  }
}
