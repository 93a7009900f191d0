package io.spindrift.diffusion.metric.quality;

import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.metric.Estimate;
import io.spindrift.diffusion.metric.FeatureExtractor;
import io.spindrift.diffusion.metric.FeatureMatrix;
import io.spindrift.diffusion.metric.FidExtrapolation;
import io.spindrift.diffusion.metric.FrechetInterval;
import io.spindrift.diffusion.metric.InfiniteFid;
import io.spindrift.diffusion.metric.pairs.KernelDistance;
import io.spindrift.diffusion.metric.pairs.KernelDistanceMeasurement;
import io.spindrift.diffusion.metric.pairs.Memorisation;
import io.spindrift.diffusion.metric.pairs.MemorisationCheck;
import io.spindrift.diffusion.metric.pairs.PrecisionRecall;
import io.spindrift.diffusion.metric.pairs.PrecisionRecallMeasurement;
import io.spindrift.diffusion.metric.pairs.TrainingNeighbours;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Measures sets of samples against reference images with one feature network.
 *
 * @param extractor the feature network; the caller closes it
 * @param key decides groups, replicates and subsets
 * @param metrics what is measured
 * @param insists whether a metric that cannot be measured is refused; otherwise it is left out with
 *     a note, unless none is left
 * @param workers threads; their number never changes a result; the caller closes them
 */
public record QualityMeasurement(
    FeatureExtractor extractor,
    StreamKey key,
    Set<Metric> metrics,
    boolean insists,
    Workers workers) {
  /** Copies the set. */
  public QualityMeasurement {
    metrics = Set.copyOf(metrics);
  }

  /** Everything that the images and the network allow. */
  public static QualityMeasurement ofAll(
      FeatureExtractor extractor, StreamKey key, Workers workers) {
    return new QualityMeasurement(extractor, key, Metric.all(), false, workers);
  }

  /**
   * Runs the network over the reference images, once for all sample sets.
   *
   * @param heldOut images that no network was trained on
   * @param training images that the generator was trained on, for the memorisation check; null
   *     leaves it out
   * @throws UnusableInput when the network refuses their shape
   * @throws Progress.Stopped when the user asked to stop
   */
  public ReferenceImages reference(
      ImageSet heldOut, @Nullable ImageSet training, Progress progress) {
    ImageCollection collection = new ImageCollection(extractor, key);
    CollectedImages apart = collection.of(heldOut, progress);
    if (training == null || !metrics.contains(Metric.MEMORISATION)) {
      return new ReferenceImages(apart, null);
    }
    FeatureMatrix learnt = collection.of(training, progress).features();
    return new ReferenceImages(
        apart, TrainingNeighbours.of(apart.features(), learnt, workers, progress));
  }

  /**
   * Measures a set of samples.
   *
   * @throws UnusableInput when the network refuses their shape, or a metric that is insisted on, or
   *     every metric, needs more images, labels or training images; it names each with what it
   *     needs
   * @throws Progress.Stopped when the user asked to stop
   */
  public ImageQuality of(ImageSet samples, ReferenceImages reference, Progress progress) {
    return of(new ImageCollection(extractor, key).of(samples, progress), reference, progress);
  }

  /** The same for samples that were collected before. */
  public ImageQuality of(CollectedImages samples, ReferenceImages reference, Progress progress) {
    CollectedImages heldOut = reference.heldOut();
    Possibilities possible = new Possibilities(samples, heldOut, reference.training());
    List<String> obstacles = new ArrayList<>();
    List<Metric> now = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      String obstacle = metrics.contains(metric) ? possible.obstacle(metric) : null;
      if (obstacle != null) {
        obstacles.add(obstacle);
      } else if (metrics.contains(metric)) {
        now.add(metric);
      }
    }
    if (!obstacles.isEmpty() && (insists || now.isEmpty())) {
      throw new UnusableInput(String.join("; ", obstacles));
    }
    List<String> notes = new ArrayList<>(possible.warnings(now));
    notes.addAll(obstacles);
    try (Progress.Task task =
        progress.begin("metrics of " + samples.name(), now.size(), "metrics")) {
      Results results = new Results();
      for (Metric metric : now) {
        progress.checkStopped();
        task.note(metric.word());
        measure(metric, samples, reference, results, progress);
        task.advance(1);
      }
      return results.quality(extractor, samples.count(), heldOut.count(), notes);
    }
  }

  private void measure(
      Metric metric,
      CollectedImages samples,
      ReferenceImages reference,
      Results results,
      Progress progress) {
    CollectedImages heldOut = reference.heldOut();
    switch (metric) {
      case FID -> {
        FrechetInterval interval =
            FrechetInterval.of(
                samples.sums(), heldOut.sums(), key, FrechetInterval.REPLICATES, workers, progress);
        results.fid = interval.estimate();
      }
      case FID_INFINITY ->
          results.fidInfinity =
              FidExtrapolation.of(samples.sums(), heldOut.sums(), key, workers, progress);
      case KID ->
          results.kid =
              KernelDistanceMeasurement.of(
                  samples.features(),
                  heldOut.features(),
                  key,
                  KernelDistanceMeasurement.SUBSETS,
                  KernelDistanceMeasurement.SUBSET_SIZE,
                  workers,
                  progress);
      case PRECISION_RECALL ->
          results.precisionRecall =
              PrecisionRecallMeasurement.of(
                  samples.features(), heldOut.features(), workers, progress);
      case ACCURACY -> results.accuracy = ClassMetrics.accuracy(samples);
      case MEMORISATION -> {
        if (reference.training() != null) {
          results.memorisation =
              MemorisationCheck.of(samples.features(), reference.training(), workers, progress);
        }
      }
      case CLASS_FID ->
          results.classes = ClassMetrics.distances(samples, heldOut, key, workers, progress);
    }
  }

  /** What is known so far. */
  private static final class Results {
    private @Nullable Estimate fid;
    private @Nullable InfiniteFid fidInfinity;
    private @Nullable KernelDistance kid;
    private @Nullable PrecisionRecall precisionRecall;
    private @Nullable Estimate accuracy;
    private @Nullable Memorisation memorisation;
    private List<ClassDistance> classes = List.of();

    ImageQuality quality(FeatureExtractor by, int samples, int reference, List<String> notes) {
      return new ImageQuality(
          by.name(),
          by.features(),
          samples,
          reference,
          fid,
          fidInfinity,
          kid,
          precisionRecall,
          accuracy,
          memorisation,
          classes,
          notes);
    }
  }
}
