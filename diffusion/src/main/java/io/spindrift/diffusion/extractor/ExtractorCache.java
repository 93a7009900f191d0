package io.spindrift.diffusion.extractor;

import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.numerics.Require;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A folder of feature networks trained on image sets, each kept under all that decides it: the
 * images with their labels and their name, the number of steps, the seed, and what the engine
 * computes with.
 *
 * @param folder where the files lie; made when it is missing
 */
public record ExtractorCache(Path folder) {
  private static final String NONE = "off";

  /**
   * The folder of this user: the one that is named, or {@code spindrift/extractors} in the cache
   * folder of the XDG base directory specification; empty when the name is {@code off}.
   *
   * @param named a folder, {@code off}, or null or blank for the user's own
   * @param cacheHome value of XDG_CACHE_HOME; when it is null or relative, {@code .cache} in the
   *     home folder is taken, as the specification asks
   * @param home the user's home folder
   */
  public static Optional<ExtractorCache> ofUser(
      @Nullable String named, @Nullable String cacheHome, String home) {
    if (named != null && !named.isBlank()) {
      return named.equals(NONE)
          ? Optional.empty()
          : Optional.of(new ExtractorCache(Path.of(named)));
    }
    Path cache =
        cacheHome != null && Path.of(cacheHome).isAbsolute()
            ? Path.of(cacheHome)
            : Path.of(home, ".cache");
    return Optional.of(new ExtractorCache(cache.resolve("spindrift").resolve("extractors")));
  }

  /**
   * Where the classifier of these settings is kept.
   *
   * @param arithmetic what the engine computes with
   * @param count how many of the images it is trained on, from index 0
   */
  CachedFile of(String arithmetic, ImageSet images, int count, int steps, long seed) {
    Require.inRange("number of training images", count, 1, images.count());
    return new CachedFile(
        folder, "self-" + TrainingDigest.of(arithmetic, images, count, steps, seed));
  }
}
