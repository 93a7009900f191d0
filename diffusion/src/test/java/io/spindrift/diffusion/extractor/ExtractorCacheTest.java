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
  private static final String FP32 = "library, fp32";

  @Test
  void theFolderIsThatOfTheXdgSpecificationUnlessItIsNamed() {
    for (@Nullable String unnamed : Arrays.asList(null, "", " ")) {
      assertThat(ExtractorCache.ofUser(unnamed, "/caches", "/people/user"))
          .hasValue(new ExtractorCache(Path.of("/caches/spindrift/extractors")));
      for (@Nullable String none : Arrays.asList(null, "", "relative")) {
        assertThat(ExtractorCache.ofUser(unnamed, none, "/people/user"))
            .hasValue(new ExtractorCache(Path.of("/people/user/.cache/spindrift/extractors")));
      }
    }
    assertThat(ExtractorCache.ofUser("/networks", "/caches", "/people/user"))
        .hasValue(new ExtractorCache(Path.of("/networks")));
    assertThat(ExtractorCache.ofUser("off", "/caches", "/people/user")).isEmpty();
  }

  @Test
  void equalImagesAndSettingsShareAFile() {
    assertThat(CACHE.of(FP32, images("a", 0, 0), 4, 10, 1))
        .isEqualTo(CACHE.of(FP32, images("a", 0, 0), 4, 10, 1));
    assertThat(CACHE.of(FP32, images("a", 0, 0), 4, 10, 1).key()).matches("self-[0-9a-f]{32}");
  }

  @Test
  void everythingThatDecidesTheFileDecidesTheKey() {
    Set<CachedFile> files = new HashSet<>();
    files.add(CACHE.of(FP32, images("a", 0, 0), 4, 10, 1));
    files.add(CACHE.of("library, bf16", images("a", 0, 0), 4, 10, 1));
    files.add(CACHE.of(FP32, images("b", 0, 0), 4, 10, 1));
    files.add(CACHE.of("library, fp3", images("2a", 0, 0), 4, 10, 1));
    files.add(CACHE.of(FP32, images("a", 1, 0), 4, 10, 1));
    files.add(CACHE.of(FP32, images("a", 0, 1), 4, 10, 1));
    files.add(CACHE.of(FP32, images("a", 0, 0), 3, 10, 1));
    files.add(CACHE.of(FP32, images("a", 0, 0), 4, 11, 1));
    files.add(CACHE.of(FP32, images("a", 0, 0), 4, 10, 2));
    files.add(CACHE.of(FP32, shaped(2, 1), 4, 10, 1));
    files.add(CACHE.of(FP32, shaped(1, 2), 4, 10, 1));
    assertThat(files).hasSize(11);
    assertThatThrownBy(() -> CACHE.of(FP32, images("a", 0, 0), 5, 10, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static StoredImageSet shaped(int height, int width) {
    return new StoredImageSet("a", new ImageShape(1, height, width), new byte[8], new byte[4]);
  }

  /** Four images of 1 x 1 pixel in two classes, the last pixel and label changed. */
  private static StoredImageSet images(String name, int pixel, int label) {
    byte[] pixels = {1, 2, 3, (byte) (4 + pixel)};
    byte[] labels = {0, 1, 0, (byte) (1 - label)};
    return new StoredImageSet(name, new ImageShape(1, 1, 1), pixels, labels);
  }
}
