package io.spindrift.diffusion.extractor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.diffusion.image.StoredImageSet;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExtractorCacheTest {
  private static final ExtractorCache CACHE = new ExtractorCache(Path.of("cache"));

  @Test
  void theFolderIsThatOfTheXdgSpecification() {
    assertThat(ExtractorCache.ofUser("/caches", "/root/of/user").folder())
        .isEqualTo(Path.of("/caches/spindrift/extractors"));
    for (@Nullable String none : Arrays.asList(null, "", "relative")) {
      assertThat(ExtractorCache.ofUser(none, "/root/of/user").folder())
          .isEqualTo(Path.of("/root/of/user/.cache/spindrift/extractors"));
    }
  }

  @Test
  void equalImagesAndSettingsShareAFileWhateverTheSetIsCalled() {
    assertThat(CACHE.file(images("a", 0, 0), 4, 10, 1))
        .isEqualTo(CACHE.file(images("b", 0, 0), 4, 10, 1));
    assertThat(String.valueOf(CACHE.file(images("a", 0, 0), 4, 10, 1).getFileName()))
        .matches("self-[0-9a-f]{64}\\.safetensors");
  }

  @Test
  void everythingThatDecidesTheNetworkDecidesTheName() {
    Set<Path> files = new HashSet<>();
    files.add(CACHE.file(images("a", 0, 0), 4, 10, 1));
    files.add(CACHE.file(images("a", 1, 0), 4, 10, 1));
    files.add(CACHE.file(images("a", 0, 1), 4, 10, 1));
    files.add(CACHE.file(images("a", 0, 0), 3, 10, 1));
    files.add(CACHE.file(images("a", 0, 0), 4, 11, 1));
    files.add(CACHE.file(images("a", 0, 0), 4, 10, 2));
    files.add(
        CACHE.file(
            new StoredImageSet("a", new ImageShape(1, 2, 1), new byte[8], new byte[4]), 4, 10, 1));
    files.add(
        CACHE.file(
            new StoredImageSet("a", new ImageShape(1, 1, 2), new byte[8], new byte[4]), 4, 10, 1));
    assertThat(files).hasSize(8);
    assertThatThrownBy(() -> CACHE.file(images("a", 0, 0), 5, 10, 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  /** Four images of 1 x 1 pixel in two classes, the last pixel and label changed. */
  private static StoredImageSet images(String name, int pixel, int label) {
    byte[] pixels = {1, 2, 3, (byte) (4 + pixel)};
    byte[] labels = {0, 1, 0, (byte) (1 - label)};
    return new StoredImageSet(name, new ImageShape(1, 1, 1), pixels, labels);
  }
}
