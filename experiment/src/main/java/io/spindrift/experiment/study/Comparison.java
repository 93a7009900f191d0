package io.spindrift.experiment.study;

import io.spindrift.diffusion.metric.Estimate;
import io.spindrift.experiment.comparison.Equivalence;
import io.spindrift.experiment.comparison.MeanDifference;
import io.spindrift.experiment.comparison.SeedPair;
import io.spindrift.experiment.comparison.Verdict;
import io.spindrift.experiment.run.StageReading.ArmReading;
import java.util.List;

/**
 * What a comparison found: the content of {@code comparison.json}.
 *
 * @param images what was learnt
 * @param extractor feature network of the metrics
 * @param margin largest difference of FID that counts as none
 * @param marginSaid how the margin was asked for
 * @param verdict verdict on FID
 * @param sentence the verdict in words, with its numbers
 * @param pEquivalent p-value of a difference of the margin or more
 * @param pDifferent p-value of a difference of the margin or less
 * @param pZero p-value of no difference
 * @param smallestMargin the smallest margin that would have been EQUIVALENT
 * @param metrics every metric
 * @param floor real training images against the same held-out images
 * @param trainings each training
 * @param warnings what a reader should know
 */
public record Comparison(
    String images,
    String extractor,
    double margin,
    String marginSaid,
    Verdict verdict,
    String sentence,
    double pEquivalent,
    double pDifferent,
    double pZero,
    double smallestMargin,
    List<MetricComparison> metrics,
    Quality floor,
    List<Training> trainings,
    List<String> warnings) {
  /**
   * One metric over all seeds.
   *
   * @param metric its name
   * @param pairs its values
   * @param meanDifference mean of hardware minus software
   * @param standardError of that mean
   * @param interval the mean difference with its interval of 90 %
   * @param interval95 the same with 95 %
   */
  public record MetricComparison(
      String metric,
      List<SeedPair> pairs,
      double meanDifference,
      double standardError,
      Estimate interval,
      Estimate interval95) {
    static MetricComparison of(String metric, List<SeedPair> pairs) {
      MeanDifference mean = MeanDifference.of(pairs);
      return new MetricComparison(
          metric,
          pairs,
          mean.mean(),
          mean.standardError(),
          mean.interval(1 - 2 * Equivalence.ALPHA),
          mean.interval(1 - Equivalence.ALPHA));
    }
  }

  /**
   * One training.
   *
   * @param seed root of its chance
   * @param noise hardware or software
   * @param reading its numbers
   */
  public record Training(long seed, String noise, ArmReading reading) {}

  /** Copies the lists. */
  public Comparison {
    metrics = List.copyOf(metrics);
    trainings = List.copyOf(trainings);
    warnings = List.copyOf(warnings);
  }

  /** The comparison of FID. */
  public MetricComparison fid() {
    return metrics.getFirst();
  }
}
