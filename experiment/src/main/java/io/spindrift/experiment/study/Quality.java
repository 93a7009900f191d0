package io.spindrift.experiment.study;

import io.spindrift.experiment.comparison.Estimate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How good a set of drawn images is.
 *
 * @param extractor the feature network, without which the values mean nothing
 * @param images number of drawn images
 * @param metrics each metric with its interval of 95 %, by name
 * @param warnings what a reader should know before trusting the values
 */
public record Quality(
    String extractor, int images, Map<String, Estimate> metrics, List<String> warnings) {
  /** Name of the Fréchet distance, by which verdicts are given. */
  public static final String FID = "FID";

  /** Copies the collections. */
  public Quality {
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    warnings = List.copyOf(warnings);
  }

  /** The Fréchet distance. */
  public Estimate fid() {
    return Objects.requireNonNull(metrics.get(FID));
  }
}
