package io.spindrift.experiment.study;

import io.spindrift.diffusion.metric.Estimate;
import io.spindrift.experiment.comparison.Threshold;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep found: the content of {@code tolerance.json}.
 *
 * @param images what was learnt
 * @param extractor feature network of the metrics
 * @param knob the setting that was swept
 * @param software quality with software noise
 * @param margin how far FID may lie above that
 * @param marginSaid how the margin was asked for
 * @param points quality at each value
 * @param threshold where FID begins to exceed the margin, imperfect noise in sampling alone
 * @param sentence the same in words
 * @param trainedThreshold the same with imperfect noise in training too, null when not asked for
 * @param trainedSentence the same in words, null when not asked for
 */
public record Tolerance(
    String images,
    String extractor,
    String knob,
    Quality software,
    double margin,
    String marginSaid,
    List<Point> points,
    Threshold threshold,
    String sentence,
    @Nullable Threshold trainedThreshold,
    @Nullable String trainedSentence) {
  /**
   * One value of the sweep.
   *
   * @param value size of the imperfection
   * @param sampled quality with the imperfection in sampling alone
   * @param trained quality with it in training too, null when not asked for
   */
  public record Point(double value, Quality sampled, @Nullable Quality trained) {
    Estimate fid() {
      return sampled.fid();
    }
  }

  /** Copies the list. */
  public Tolerance {
    points = List.copyOf(points);
  }
}
