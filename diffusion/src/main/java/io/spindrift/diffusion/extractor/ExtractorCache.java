package io.spindrift.diffusion.extractor;

import io.spindrift.diffusion.denoiser.TensorEngine;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.metric.FeatureExtractor;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.progress.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Feature networks trained on image sets, each kept in a file named after all that decides it: the
 * images with their labels, the number of steps and the seed.
 *
 * <p>A file that cannot be read is made again. Values by networks of different checksums do not
 * compare; the reported name holds the checksum.
 *
 * @param folder where the files lie; made when it is missing
 */
public record ExtractorCache(Path folder) {
  private static final String ENDING = ".safetensors";

  /**
   * The folder of this user: {@code spindrift/extractors} in the cache folder of the XDG base
   * directory specification.
   *
   * @param cacheHome value of XDG_CACHE_HOME; when it is null or relative, {@code .cache} in the
   *     home folder is taken, as the specification asks
   * @param home the user's home folder
   */
  public static ExtractorCache ofUser(@Nullable String cacheHome, String home) {
    Path cache =
        cacheHome != null && Path.of(cacheHome).isAbsolute()
            ? Path.of(cacheHome)
            : Path.of(home, ".cache");
    return new ExtractorCache(cache.resolve("spindrift").resolve("extractors"));
  }

  /**
   * The classifier trained on the first {@code count} images of a set; trained now when there is
   * none yet.
   *
   * @throws UnusableInput when the images have no labels, or the folder cannot be written
   * @throws Progress.Stopped when the user asked to stop
   */
  public FeatureExtractor selfTrained(
      TensorEngine engine, ImageSet images, int count, int steps, long seed, Progress progress) {
    Require.inRange("number of training images", count, 1, images.count());
    Path file = file(images, count, steps, seed);
    if (Files.isRegularFile(file)) {
      try {
        return engine.openExtractor("classifier trained on " + images.name(), file);
      } catch (UnusableInput damaged) {
        return engine.trainExtractor(images, count, steps, seed, file, progress);
      }
    }
    return engine.trainExtractor(images, count, steps, seed, file, progress);
  }

  /** Where the classifier of these settings is kept. */
  public Path file(ImageSet images, int count, int steps, long seed) {
    return folder.resolve("self-" + TrainingDigest.of(images, count, steps, seed) + ENDING);
  }
}
