package io.spindrift.experiment.study;

import io.spindrift.diffusion.metric.Estimate;
import io.spindrift.diffusion.metric.pairs.KernelDistance;
import io.spindrift.diffusion.metric.quality.ClassDistance;
import io.spindrift.diffusion.metric.quality.ImageQuality;
import io.spindrift.diffusion.metric.quality.Metric;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How good a set of drawn images is.
 *
 * @param extractor the feature network, without which the values mean nothing
 * @param images number of drawn images
 * @param asked words of the metrics that were asked for, whether or not the images allowed them
 * @param metrics each metric with its interval of 95 %, by name
 * @param warnings what a reader should know before trusting the values
 */
public record Quality(
    String extractor,
    int images,
    List<String> asked,
    Map<String, Estimate> metrics,
    List<String> warnings) {
  /** Name of the Fréchet distance, by which verdicts are given. */
  public static final String FID = "FID";

  /** How the names of the distances of single classes begin. */
  public static final String CLASS_FID = "FID of class ";

  /** Copies the collections; files of earlier versions asked for FID alone and do not say so. */
  public Quality {
    asked = old(asked) ? List.of(Metric.FID.word()) : List.copyOf(asked);
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    warnings = List.copyOf(warnings);
  }

  private static boolean old(@Nullable List<String> asked) {
    return asked == null;
  }

  static Quality of(ImageQuality measured, Set<Metric> asked) {
    Map<String, Estimate> metrics = new LinkedHashMap<>();
    put(metrics, FID, measured.fid());
    if (measured.fidInfinity() != null) {
      put(metrics, "FID at infinite samples", measured.fidInfinity().estimate());
    }
    KernelDistance kernel = measured.kid();
    put(metrics, "KID", kernel == null ? null : kernel.complete());
    if (measured.precisionRecall() != null) {
      put(metrics, "precision", measured.precisionRecall().precision());
      put(metrics, "recall", measured.precisionRecall().recall());
    }
    put(metrics, "class accuracy", measured.accuracy());
    if (measured.memorisation() != null) {
      put(metrics, "nearer to training images", measured.memorisation().nearer());
    }
    for (ClassDistance one : measured.classes()) {
      put(metrics, CLASS_FID + one.label(), one.fid());
    }
    return new Quality(
        measured.extractor(), measured.samples(), words(asked), metrics, measured.notes());
  }

  private static void put(Map<String, Estimate> metrics, String name, @Nullable Estimate value) {
    if (value != null) {
      metrics.put(name, value);
    }
  }

  private static List<String> words(Set<Metric> metrics) {
    return metrics.stream().sorted().map(Metric::word).toList();
  }

  /** Whether these metrics were asked for with this feature network. */
  boolean answers(Set<Metric> wanted, String network) {
    return extractor.equals(network) && new TreeSet<>(asked).containsAll(words(wanted));
  }

  /** The Fréchet distance. */
  public Estimate fid() {
    return Objects.requireNonNull(metrics.get(FID));
  }
}
