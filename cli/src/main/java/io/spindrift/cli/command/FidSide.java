package io.spindrift.cli.command;

import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.ImageSetFinder;
import io.spindrift.diffusion.metric.FeatureStatistics;
import io.spindrift.diffusion.metric.FeatureSums;
import io.spindrift.diffusion.metric.FidMeasurement;
import io.spindrift.diffusion.metric.StatisticsFile;
import io.spindrift.diffusion.metric.StoredStatistics;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.progress.Progress;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One side of a distance: images, or the statistics that a file kept of them.
 *
 * @param path where they are
 * @param images the images, null for statistics
 * @param stored the statistics, null for images
 */
record FidSide(Path path, @Nullable ImageSet images, @Nullable StoredStatistics stored) {
  private static final Pattern CHECKSUM = Pattern.compile("\\(sha256 ([0-9a-f]+.*)\\)$");

  /** What a side gave: statistics, and sums where there were images. */
  record Collected(FeatureStatistics statistics, @Nullable FeatureSums sums) {}

  static FidSide open(Path path, @Nullable String range, String option) {
    if (!isStatistics(path)) {
      ImageSet images = ImageSetFinder.recognise(path).training();
      return new FidSide(path, GivenImages.within(images, range, option), null);
    }
    if (range != null) {
      throw new UnusableInput(
          option + " chooses among images, but " + path + " holds statistics alone");
    }
    return new FidSide(path, null, StatisticsFile.read(path));
  }

  static boolean isStatistics(Path path) {
    return path.toString().endsWith(StatisticsFile.ENDING);
  }

  /** Refuses statistics that another network made. */
  void requireMadeBy(String extractor, int features) {
    if (stored == null) {
      return;
    }
    if (stored.statistics().features() != features) {
      throw new UnusableInput(
          path
              + " must hold statistics of "
              + features
              + " features, as "
              + extractor
              + " gives, but holds "
              + stored.statistics().features());
    }
    String maker = stored.extractor();
    if (maker != null && !identity(maker).equals(identity(extractor))) {
      throw new UnusableInput(
          path
              + " must hold statistics made by "
              + extractor
              + ", but they were made by "
              + maker
              + "; only distances by one network compare");
    }
  }

  /** Runs the network over images; statistics are as they are. */
  Collected collect(@Nullable FidMeasurement measurement, Progress progress) {
    if (stored != null) {
      return new Collected(stored.statistics(), null);
    }
    if (images == null || measurement == null) {
      throw new IllegalStateException(path + " needs a feature network");
    }
    FeatureSums sums = measurement.collect(images, progress);
    return new Collected(sums.statistics(), sums);
  }

  /** The checksum of a network, and how it is used, where its name tells it, otherwise the name. */
  private static String identity(String name) {
    Matcher matcher = CHECKSUM.matcher(name);
    return matcher.find() ? matcher.group(1) : name;
  }
}
