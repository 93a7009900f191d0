package io.spindrift.diffusion.metric.quality;

import io.spindrift.diffusion.metric.Estimate;
import io.spindrift.diffusion.metric.FeatureMatrix;
import io.spindrift.diffusion.metric.FeatureSums;
import io.spindrift.diffusion.metric.FewImages;
import io.spindrift.diffusion.metric.FrechetInterval;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Metrics that know the class that an image was asked to show. */
final class ClassMetrics {
  /** There are many classes; an interval by a standard deviation needs fewer than one by ranks. */
  private static final int CLASS_REPLICATES = 30;

  /**
   * Share of images that the network takes for their class, with Wilson's interval.
   *
   * <p>A network trained on real images judges samples: Ravuri and Vinyals, NeurIPS 2019, go the
   * other way; Shmelkov et al., ECCV 2018, call this one GAN-test.
   */
  static Estimate accuracy(CollectedImages samples) {
    int[] predicted = Objects.requireNonNull(samples.predicted());
    long right = 0;
    for (int i = 0; i < predicted.length; i++) {
      right += predicted[i] == samples.labels()[i] ? 1 : 0;
    }
    return Estimate.share(right, predicted.length);
  }

  /** Distance of every class of which either set has at least two images. */
  static List<ClassDistance> distances(
      CollectedImages samples,
      CollectedImages reference,
      StreamKey key,
      Workers workers,
      Progress progress) {
    List<ClassDistance> distances = new ArrayList<>();
    for (int label : classes(samples, reference)) {
      int[] own = of(samples, label);
      int[] other = of(reference, label);
      FrechetInterval fid =
          FrechetInterval.of(
              sums(samples.features().select(own), key),
              sums(reference.features().select(other), key),
              key.purpose("metric/class").at(label),
              CLASS_REPLICATES,
              workers,
              progress);
      distances.add(new ClassDistance(label, own.length, other.length, fid.estimate()));
    }
    return distances;
  }

  /** Classes with enough images in both sets, ascending. */
  static int[] classes(CollectedImages samples, CollectedImages reference) {
    return Arrays.stream(samples.labels())
        .filter(label -> label >= 0)
        .sorted()
        .distinct()
        .filter(label -> of(samples, label).length >= FewImages.DISTANCE)
        .filter(label -> of(reference, label).length >= FewImages.DISTANCE)
        .toArray();
  }

  static int[] of(CollectedImages images, int label) {
    return IntStream.range(0, images.count()).filter(i -> images.labels()[i] == label).toArray();
  }

  private static FeatureSums sums(FeatureMatrix features, StreamKey key) {
    FeatureSums sums = new FeatureSums(features.features(), key);
    sums.add(features.values(), features.rows());
    return sums;
  }

  private ClassMetrics() {}
}
