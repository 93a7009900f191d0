package io.spindrift.diffusion.metric;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;

/**
 * The Frechet distance of two image sets with a half-sample bootstrap interval around it.
 *
 * <p>A replicate takes a random half of the groups of images, see {@link FeatureSums}, from either
 * set. The mean of a half scatters about the mean of the whole exactly as much as that scatters
 * about the truth, so replicates scatter like the estimate. Groups drawn with replacement would do
 * so too for a mean, but not for this distance, which is quadratic in the error: with far more
 * features than groups their uneven weights widen the interval, about three times where it was
 * measured.
 *
 * <p>Fewer images raise the distance, so the replicates lie above the estimate. The interval
 * therefore takes only their distance from their own mean: low = value + (q_low - mean), high =
 * value + (q_high - mean), low not below 0. It says how far the value would scatter with other
 * images, equally many; for two sets of one distribution it is up to 1.7 times too wide. It does
 * not take away the bias of the estimate itself, which falls as one over the number of images; the
 * floor of real images against real images, of equal numbers, shows its size.
 *
 * <p>With fewer than {@value #REPLICATES} replicates ranks say little: the interval is then value ±
 * t s, with the standard deviation s of the replicates and Student's t for as many degrees of
 * freedom as the fewer of replicates and groups allow.
 *
 * <p>Source of the half samples: McCarthy, "Pseudo-replication: half samples", Rev. Int. Stat.
 * Inst. 37 (1969) 239.
 *
 * @param value distance of the sets as they are
 * @param low lower end
 * @param high upper end
 */
public record FrechetInterval(double value, double low, double high) {
  /** Replicates that are enough for an interval of 95 %. */
  public static final int REPLICATES = 200;

  /** Probability that the interval is meant to cover. */
  public static final double LEVEL = 0.95;

  private static final int CHEAP_FEATURES = 512;
  private static final int FEWEST_REPLICATES = 12;
  private static final String PURPOSE = "metric/bootstrap";

  /** The interval of 95 %, on one thread. */
  public static FrechetInterval of(FeatureSums a, FeatureSums b, StreamKey key) {
    try (Workers alone = new Workers(1)) {
      return of(a, b, key, REPLICATES, alone, Progress.NONE);
    }
  }

  /**
   * The interval of 95 %.
   *
   * @param key decides which groups each replicate takes
   * @param most most replicates; fewer are taken where there are many features
   * @param workers threads, over which replicates are spread
   */
  public static FrechetInterval of(
      FeatureSums a, FeatureSums b, StreamKey key, int most, Workers workers, Progress progress) {
    double value = FrechetDistance.between(a.statistics(), b.statistics());
    double[] distances = new double[Math.min(most, replicates(a.features()))];
    workers.forEach(
        distances.length,
        r -> {
          progress.checkStopped();
          distances[r] = replicate(a, b, key, r);
        });
    return around(value, distances, LEVEL, Math.min(a.groups(), b.groups()));
  }

  /**
   * Replicates that are affordable: {@value #REPLICATES} up to {@value #CHEAP_FEATURES} features,
   * then in proportion to 1 / features^3, as the work of each grows, but no fewer than {@value
   * #FEWEST_REPLICATES}.
   */
  public static int replicates(int features) {
    double ratio = Math.min(1, (double) CHEAP_FEATURES / features);
    return (int) Math.max(FEWEST_REPLICATES, REPLICATES * ratio * ratio * ratio);
  }

  private static double replicate(FeatureSums a, FeatureSums b, StreamKey key, int r) {
    StreamKey replicate = key.purpose(PURPOSE).at(r);
    return FrechetDistance.between(a.half(replicate.at(0).open()), b.half(replicate.at(1).open()));
  }

  /** Value and interval alone. */
  public Estimate estimate() {
    return new Estimate(value, low, high);
  }

  /**
   * The interval of a chosen level.
   *
   * @param key decides which groups each replicate takes
   * @param replicates number of resamplings
   * @param level probability that the interval is meant to cover
   */
  public static FrechetInterval of(
      FeatureSums a, FeatureSums b, StreamKey key, int replicates, double level) {
    Require.inRange("replicates", replicates, 10, 100_000);
    Require.inRange("level", level, 0.5, 0.999, "");
    double value = FrechetDistance.between(a.statistics(), b.statistics());
    double[] distances = new double[replicates];
    for (int r = 0; r < replicates; r++) {
      distances[r] = replicate(a, b, key, r);
    }
    return around(value, distances, level, Math.min(a.groups(), b.groups()));
  }

  /**
   * The interval of 95 % of the distance to statistics whose images are not there, such as those of
   * a file; their own scatter is left out.
   */
  public static FrechetInterval of(FeatureSums a, FeatureStatistics b, StreamKey key) {
    double value = FrechetDistance.between(a.statistics(), b);
    double[] distances = new double[replicates(a.features())];
    for (int r = 0; r < distances.length; r++) {
      distances[r] = FrechetDistance.between(a.half(key.purpose(PURPOSE).at(r).at(0).open()), b);
    }
    return around(value, distances, LEVEL, a.groups());
  }

  private static FrechetInterval around(
      double value, double[] distances, double level, int groups) {
    Estimate estimate = Replicates.around(value, distances, level, groups);
    return new FrechetInterval(value, Math.max(estimate.low(), 0), estimate.high());
  }
}
