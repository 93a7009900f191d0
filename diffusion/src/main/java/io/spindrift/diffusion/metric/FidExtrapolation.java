package io.spindrift.diffusion.metric;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.Arrays;

/**
 * The Frechet distance at infinitely many samples.
 *
 * <p>The expected distance over N samples is FID_infinity + c / N to first order, c positive and
 * unlike for different generators. A straight line over 1 / N is fitted by least squares to the
 * distances of {@value #POINTS} growing parts of the samples, and read at 0. Source: Chong and
 * Forsyth, "Effectively unbiased FID and Inception score and where to find them", CVPR 2020,
 * section 4; they take 15 numbers from a tenth of the samples up to all of them.
 *
 * <p>Parts are whole groups of {@link FeatureSums} in random order, each part holding the one
 * before, and no part has fewer images than twice the number of features, where the next order
 * would matter. The bias by the number of reference images stays, as in the source. The value may
 * fall below 0 by chance.
 *
 * <p>The interval repeats all of it with random halves of the groups of either set, see {@link
 * Replicates}.
 */
public final class FidExtrapolation {
  private static final String PURPOSE = "metric/extrapolation";
  private static final int POINTS = 15;
  private static final int FEWEST_PER_FEATURE = 2;
  private static final int NEEDED_PER_FEATURE = 8;

  /**
   * With more features there are too few groups for the points, and each distance takes seconds.
   */
  public static final int MOST_FEATURES = 1024;

  private static final int SMALLEST_SHARE = 10;

  /** Samples that the fit needs for a number of features. */
  public static long needed(int features) {
    return Math.max((long) NEEDED_PER_FEATURE * features, 2L * POINTS);
  }

  /**
   * Measures the distance.
   *
   * @param key decides the order of the groups and the replicates
   * @throws UnusableInput when there are fewer samples than {@link #needed}
   */
  public static InfiniteFid of(
      FeatureSums samples,
      FeatureSums reference,
      StreamKey key,
      Workers workers,
      Progress progress) {
    long needed = needed(samples.features());
    if (samples.count() < needed) {
      throw new UnusableInput(
          "FID at infinite samples needs at least "
              + needed
              + " samples for "
              + samples.features()
              + " features, but there are "
              + samples.count());
    }
    StreamKey own = key.purpose(PURPOSE);
    Line line = line(samples, reference.statistics(), key);
    // A replicate costs as many distances as there are points.
    double[] intercepts = new double[FrechetInterval.replicates(2 * samples.features())];
    workers.forEach(
        intercepts.length,
        r -> {
          progress.checkStopped();
          StreamKey replicate = own.at(r);
          int[] groups = samples.shuffled(replicate.at(0).open());
          int[] half = Arrays.copyOf(groups, (groups.length + 1) / 2);
          FeatureStatistics other = reference.half(replicate.at(1).open());
          intercepts[r] = fit(samples, half, other).intercept();
        });
    Estimate estimate =
        Replicates.around(
            line.intercept(),
            intercepts,
            FrechetInterval.LEVEL,
            Math.min(samples.groups(), reference.groups()));
    int[] order = samples.shuffled(own.open());
    long fewest = samples.images(order, parts(samples, order)[0]);
    return new InfiniteFid(estimate, line.slope(), fewest, POINTS);
  }

  /** The fitted line without an interval. */
  static Line line(FeatureSums samples, FeatureStatistics reference, StreamKey key) {
    return fit(samples, samples.shuffled(key.purpose(PURPOSE).open()), reference);
  }

  private static Line fit(FeatureSums samples, int[] order, FeatureStatistics reference) {
    int[] parts = parts(samples, order);
    double[] x = new double[parts.length];
    double[] y = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      FeatureStatistics part = samples.first(order, parts[i]);
      x[i] = 1.0 / part.count();
      y[i] = FrechetDistance.between(part, reference);
    }
    return Line.through(x, y);
  }

  /** Numbers of groups of the parts, ascending; neighbours may agree where groups are few. */
  static int[] parts(FeatureSums samples, int[] order) {
    long all = samples.images(order, order.length);
    long least = Math.max(all / SMALLEST_SHARE, (long) FEWEST_PER_FEATURE * samples.features());
    int first = 1;
    while (first < order.length - 1 && samples.images(order, first) < least) {
      first++;
    }
    int[] parts = new int[POINTS];
    for (int i = 0; i < POINTS; i++) {
      parts[i] = first + Math.round((float) i * (order.length - first) / (POINTS - 1));
    }
    return parts;
  }

  /**
   * A straight line y = intercept + slope x.
   *
   * @param intercept value at 0
   * @param slope rise
   */
  record Line(double intercept, double slope) {
    /** The line of least squares. */
    static Line through(double[] x, double[] y) {
      double meanX = 0;
      double meanY = 0;
      for (int i = 0; i < x.length; i++) {
        meanX += x[i] / x.length;
        meanY += y[i] / x.length;
      }
      double xx = 0;
      double xy = 0;
      for (int i = 0; i < x.length; i++) {
        xx += (x[i] - meanX) * (x[i] - meanX);
        xy += (x[i] - meanX) * (y[i] - meanY);
      }
      double slope = xy / xx;
      return new Line(meanY - slope * meanX, slope);
    }
  }

  private FidExtrapolation() {}
}
