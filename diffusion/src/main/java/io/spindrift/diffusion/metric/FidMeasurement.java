package io.spindrift.diffusion.metric;

import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measures the Frechet distance between image sets with one feature network.
 *
 * <p>A set that is compared with several others is collected once.
 *
 * @param extractor the feature network; the caller closes it
 * @param key decides the groups and replicates of the interval
 * @param batch images that the network is given together
 */
public record FidMeasurement(FeatureExtractor extractor, StreamKey key, int batch) {
  /** Checks the ranges. */
  public FidMeasurement {
    Require.inRange("batch", batch, 1, 65_536);
  }

  /**
   * Runs the network over every image of a set.
   *
   * @throws UnusableInput when there are fewer than two images, or the network refuses their shape
   * @throws Progress.Stopped when the user asked to stop
   */
  public FeatureSums collect(ImageSet images, Progress progress) {
    FewImages.require(images.name(), images.count());
    ImageShape shape = images.shape();
    byte[] pixels = new byte[Math.multiplyExact(batch, shape.size())];
    float[] features = new float[Math.multiplyExact(batch, extractor.features())];
    FeatureSums sums = new FeatureSums(extractor.features(), key);
    try (Progress.Task task =
        progress.begin("features of " + images.name(), images.count(), "images")) {
      for (int done = 0; done < images.count(); done += batch) {
        progress.checkStopped();
        int now = Math.min(batch, images.count() - done);
        for (int i = 0; i < now; i++) {
          images.read(done + i, pixels, i * shape.size());
        }
        extractor.extract(pixels, shape, now, features);
        sums.add(features, now);
        task.advance(now);
      }
    }
    return sums;
  }

  /** The distance of two sets that were collected by this measurement. */
  public FidResult between(FeatureSums a, FeatureSums b) {
    FrechetInterval interval = FrechetInterval.of(a, b, key);
    long fewest = Math.min(a.count(), b.count());
    return new FidResult(
        extractor.name(),
        a.count(),
        b.count(),
        interval.value(),
        interval.low(),
        interval.high(),
        notes(fewest, fewest));
  }

  /**
   * The distance of a set to statistics whose images are not there, see {@link FrechetInterval}.
   */
  public FidResult between(FeatureSums a, FeatureStatistics b) {
    FrechetInterval interval = FrechetInterval.of(a, b, key);
    boolean known = b.count() != FeatureStatistics.UNKNOWN_COUNT;
    return new FidResult(
        extractor.name(),
        a.count(),
        b.count(),
        interval.value(),
        interval.low(),
        interval.high(),
        notes(known ? Math.min(a.count(), b.count()) : a.count(), a.count()));
  }

  /** The distance of two sets. */
  public FidResult between(ImageSet a, ImageSet b, Progress progress) {
    if (!a.shape().equals(b.shape())) {
      throw new UnusableInput(
          "both sets must hold images of one shape, but "
              + a.name()
              + " holds "
              + a.shape()
              + " and "
              + b.name()
              + " holds "
              + b.shape());
    }
    return between(collect(a, progress), collect(b, progress));
  }

  /** Of the smaller set, and of the smallest one whose images are there. */
  private List<String> notes(long fewest, long resampled) {
    return Stream.concat(
            FewImages.ofDistance(fewest, extractor.features()).stream(),
            FewImages.ofInterval(resampled).stream())
        .toList();
  }
}
