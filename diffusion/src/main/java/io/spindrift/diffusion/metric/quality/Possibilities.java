package io.spindrift.diffusion.metric.quality;

import io.spindrift.diffusion.metric.FewImages;
import io.spindrift.diffusion.metric.FidExtrapolation;
import io.spindrift.diffusion.metric.FrechetInterval;
import io.spindrift.diffusion.metric.pairs.KernelDistanceMeasurement;
import io.spindrift.diffusion.metric.pairs.MemorisationCheck;
import io.spindrift.diffusion.metric.pairs.PrecisionRecallMeasurement;
import io.spindrift.diffusion.metric.pairs.TrainingNeighbours;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which metrics the images allow, and what the others would need. */
record Possibilities(
    CollectedImages samples, CollectedImages heldOut, @Nullable TrainingNeighbours training) {
  /** The sentence that says what a metric needs, null when it can be measured. */
  @Nullable String obstacle(Metric metric) {
    return switch (metric) {
      case FID -> tooFew("FID needs", FewImages.DISTANCE);
      case FID_INFINITY -> {
        if (features() > FidExtrapolation.MOST_FEATURES) {
          yield "FID at infinite samples is measured for at most "
              + FidExtrapolation.MOST_FEATURES
              + " features, but this network has "
              + features();
        }
        long needed = FidExtrapolation.needed(features());
        yield samples.count() >= needed
            ? tooFew("FID at infinite samples needs", FewImages.DISTANCE)
            : "FID at infinite samples needs at least "
                + needed
                + " samples for "
                + features()
                + " features, but "
                + samples.name()
                + " holds "
                + samples.count();
      }
      case KID -> tooFew("KID needs", KernelDistanceMeasurement.FEWEST);
      case PRECISION_RECALL ->
          tooFew("precision and recall need", PrecisionRecallMeasurement.NEIGHBOURS + 1);
      case ACCURACY -> accuracy();
      case MEMORISATION ->
          training == null
              ? "the memorisation check needs the training images, but there are none"
              : tooFew("the memorisation check needs", MemorisationCheck.FEWEST);
      case CLASS_FID ->
          ClassMetrics.classes(samples, heldOut).length > 0
              ? null
              : "FID per class needs at least "
                  + FewImages.DISTANCE
                  + " labelled samples and reference images of a class, but there is no such class";
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

  private @Nullable String tooFew(String metricNeeds, int needed) {
    CollectedImages fewest = samples.count() <= heldOut.count() ? samples : heldOut;
    return fewest.count() >= needed
        ? null
        : metricNeeds
            + " at least "
            + needed
            + " images in each set, but "
            + fewest.name()
            + " holds "
            + fewest.count();
  }

  /** What a reader should know before trusting metrics that can be measured. */
  List<String> warnings(List<Metric> metrics) {
    List<String> warnings = new ArrayList<>();
    if (metrics.contains(Metric.FID) || metrics.contains(Metric.FID_INFINITY)) {
      int fewest = Math.min(samples.count(), heldOut.count());
      warnings.addAll(FewImages.ofDistance(fewest, features()));
      warnings.addAll(FewImages.ofInterval(fewest));
    }
    if (metrics.contains(Metric.CLASS_FID)) {
      warnings.addAll(ofClasses());
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

  /** One sentence for all classes: the same would be said of most of them. */
  private List<String> ofClasses() {
    int[] classes = ClassMetrics.classes(samples, heldOut);
    int[] fewest = Arrays.stream(classes).map(this::fewest).toArray();
    long small = Arrays.stream(fewest).filter(images -> images <= features()).count();
    return small == 0
        ? List.of()
        : List.of(
            small
                + " of "
                + classes.length
                + " classes have no more images than the "
                + features()
                + " features, the smallest "
                + Arrays.stream(fewest).min().orElseThrow()
                + ": their FID is far too large; use at least "
                + (features() + 1)
                + " of each class in each set");
  }

  private int fewest(int label) {
    return Math.min(ClassMetrics.of(samples, label).length, ClassMetrics.of(heldOut, label).length);
  }

  private int features() {
    return samples.features().features();
  }
}
