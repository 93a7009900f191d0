package io.spindrift.diffusion.metric.quality;

import io.spindrift.diffusion.metric.Estimate;
import io.spindrift.diffusion.metric.InfiniteFid;
import io.spindrift.diffusion.metric.pairs.KernelDistance;
import io.spindrift.diffusion.metric.pairs.Memorisation;
import io.spindrift.diffusion.metric.pairs.PrecisionRecall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of a set of samples; what was not asked for or not possible is null or empty.
 *
 * @param extractor name and checksum of the feature network, without which no value means anything
 * @param features features of an image
 * @param samples number of samples
 * @param reference number of reference images
 * @param fid Frechet distance of samples and reference images
 * @param fidInfinity the same at infinitely many samples
 * @param kid kernel distance of samples and reference images
 * @param precisionRecall precision and recall
 * @param accuracy share of samples that the network takes for the class they were asked to show
 * @param memorisation nearness to training images
 * @param classes distance of every class, in order of the labels
 * @param notes sentences that a reader should know before trusting the values
 */
public record ImageQuality(
    String extractor,
    int features,
    int samples,
    int reference,
    @Nullable Estimate fid,
    @Nullable InfiniteFid fidInfinity,
    @Nullable KernelDistance kid,
    @Nullable PrecisionRecall precisionRecall,
    @Nullable Estimate accuracy,
    @Nullable Memorisation memorisation,
    List<ClassDistance> classes,
    List<String> notes) {
  /** Copies the lists. */
  public ImageQuality {
    classes = List.copyOf(classes);
    notes = List.copyOf(notes);
  }
}
