package io.spindrift.diffusion.metric.quality;

import io.spindrift.diffusion.metric.FidExtrapolation;
import io.spindrift.diffusion.metric.FrechetInterval;
import io.spindrift.diffusion.metric.pairs.KernelDistanceMeasurement;
import io.spindrift.diffusion.metric.pairs.PrecisionRecallMeasurement;
import io.spindrift.diffusion.metric.pairs.TrainingNeighbours;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which metrics the images allow, and what the others would need. */
record Possibilities(
    CollectedImages samples, CollectedImages heldOut, @Nullable TrainingNeighbours training) {
  private static final int FEWEST = 2;

  /** The sentence that says what a metric needs, null when it can be measured. */
  @Nullable String obstacle(Metric metric) {
    return switch (metric) {
      case FID -> tooFew("FID", FEWEST);
      case FID_INFINITY -> {
        if (features() > FidExtrapolation.MOST_FEATURES) {
          yield "FID at infinite samples is measured for at most "
              + FidExtrapolation.MOST_FEATURES
              + " features, but this network has "
              + features();
        }
        long needed = FidExtrapolation.needed(features());
        yield samples.count() >= needed
            ? tooFew("FID at infinite samples", FEWEST)
            : "FID at infinite samples needs at least "
                + needed
                + " samples for "
                + features()
                + " features, but "
                + samples.name()
                + " holds "
                + samples.count();
      }
      case KID -> tooFew("KID", KernelDistanceMeasurement.FEWEST);
      case PRECISION_RECALL ->
          tooFew("precision and recall", PrecisionRecallMeasurement.NEIGHBOURS + 1);
      case ACCURACY -> accuracy();
      case MEMORISATION ->
          training == null
              ? "the memorisation check needs the training images, but there are none"
              : tooFew("the memorisation check", FEWEST);
      case CLASS_FID ->
          ClassMetrics.classes(samples, heldOut).length > 0
              ? null
              : "FID per class needs at least 2 labelled samples and reference images of a class,"
                  + " but there is no such class";
    };
  }

  private @Nullable String accuracy() {
    if (!samples.isLabelled()) {
      return "class accuracy needs samples with a class, but " + samples.name() + " has no labels";
    }
    return samples.predicted() == null
        ? "class accuracy needs a feature network that is a classifier, but this one is none"
        : null;
  }

  private @Nullable String tooFew(String metric, int needed) {
    CollectedImages fewest = samples.count() <= heldOut.count() ? samples : heldOut;
    return fewest.count() >= needed
        ? null
        : metric
            + " needs at least "
            + needed
            + " images in each set, but "
            + fewest.name()
            + " holds "
            + fewest.count();
  }

  /** What a reader should know before trusting the metrics that can be measured. */
  List<String> warnings(Set<Metric> metrics) {
    List<String> warnings = new ArrayList<>();
    int fewest = Math.min(samples.count(), heldOut.count());
    if (metrics.contains(Metric.FID) && fewest <= features()) {
      warnings.add(
          "only "
              + fewest
              + " images for "
              + features()
              + " features: the covariance has deficient rank and the FID is far too large; use"
              + " more images than features");
    }
    int replicates = FrechetInterval.replicates(features());
    if (metrics.contains(Metric.FID) && replicates < FrechetInterval.REPLICATES) {
      warnings.add(
          "for "
              + features()
              + " features the interval of FID comes from "
              + replicates
              + " half samples of "
              + samples.sums().groups()
              + " groups instead of "
              + FrechetInterval.REPLICATES
              + ": it is itself known to about a third only");
    }
    if (metrics.contains(Metric.PRECISION_RECALL) && samples.count() != heldOut.count()) {
      warnings.add(
          "precision and recall compare with others only at equal numbers of images, but there are "
              + samples.count()
              + " samples and "
              + heldOut.count()
              + " reference images");
    }
    return warnings;
  }

  private int features() {
    return samples.features().features();
  }
}
