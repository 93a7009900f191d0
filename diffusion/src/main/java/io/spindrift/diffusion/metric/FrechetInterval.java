package io.spindrift.diffusion.metric;

import io.spindrift.numerics.Require;
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

  private static final String PURPOSE = "metric/bootstrap";

  /** The interval of 95 %. */
  public static FrechetInterval of(FeatureSums a, FeatureSums b, StreamKey key) {
    return of(a, b, key, REPLICATES, LEVEL);
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
      StreamKey replicate = key.purpose(PURPOSE).at(r);
      distances[r] =
          FrechetDistance.between(a.half(replicate.at(0).open()), b.half(replicate.at(1).open()));
    }
    return around(value, distances, level);
  }

  /**
   * The interval of 95 % of the distance to statistics whose images are not there, such as those of
   * a file; their own scatter is left out.
   */
  public static FrechetInterval of(FeatureSums a, FeatureStatistics b, StreamKey key) {
    double value = FrechetDistance.between(a.statistics(), b);
    double[] distances = new double[REPLICATES];
    for (int r = 0; r < distances.length; r++) {
      distances[r] = FrechetDistance.between(a.half(key.purpose(PURPOSE).at(r).at(0).open()), b);
    }
    return around(value, distances, LEVEL);
  }

  private static FrechetInterval around(double value, double[] distances, double level) {
    Estimate estimate = Replicates.around(value, distances, level);
    return new FrechetInterval(value, Math.max(estimate.low(), 0), estimate.high());
  }
}
