package io.spindrift.experiment.comparison;

import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.util.Arrays;

/**
 * Finds the threshold of a sweep and its interval.
 *
 * <p>The measured metric is made rising, {@link MonotoneFit}, with weights 1/error^2, and joined by
 * straight lines over the scale of the sizes. The threshold is where the line first rises above
 * software + margin. The interval is a parametric bootstrap: each replicate draws every metric, and
 * that of software, from a normal law of its own standard error, and finds its threshold; the
 * interval holds the middle 95 % of them. A replicate that starts above counts as before the first
 * size, one that never exceeds as beyond the last.
 *
 * <p>Validity: the metric gets worse with the imperfection, straight between neighbouring sizes,
 * and the errors are independent. Fewer sizes make a coarser line, which no interval shows.
 *
 * @param key root of the replicates' chance
 * @param replicates number of replicates
 */
public record ThresholdEstimate(StreamKey key, int replicates) {
  /** Replicates of which 50 lie beyond either end of the interval. */
  public static final int REPLICATES = 2000;

  private static final double TAIL = 0.025;
  private static final double LEAST_ERROR = 1e-9; // of the level, so that weights stay finite

  /** The usual number of replicates. */
  public static ThresholdEstimate of(StreamKey key) {
    return new ThresholdEstimate(key, REPLICATES);
  }

  /** The threshold of a sweep. */
  public Threshold of(Sweep sweep) {
    double[] values = sweep.values();
    double[] errors = sweep.errors();
    double level = sweep.software().value() + sweep.margin();
    double[] weights = weights(errors, Math.abs(level));
    double found = crossing(MonotoneFit.rising(values, weights), level);
    return outcome(sweep, found, replicas(sweep, values, errors, weights));
  }

  private double[] replicas(Sweep sweep, double[] values, double[] errors, double[] weights) {
    double[] found = new double[replicates];
    double[] drawn = new double[values.length];
    double level = sweep.software().value() + sweep.margin();
    double levelError = sweep.software().standardError();
    for (int r = 0; r < replicates; r++) {
      RandomStream stream = key.purpose("threshold/bootstrap").at(r).open();
      for (int i = 0; i < values.length; i++) {
        drawn[i] = values[i] + errors[i] * stream.nextGaussian();
      }
      found[r] =
          crossing(MonotoneFit.rising(drawn, weights), level + levelError * stream.nextGaussian());
    }
    Arrays.sort(found);
    return found;
  }

  private static double[] weights(double[] errors, double level) {
    double least = Math.max(LEAST_ERROR * level, Double.MIN_NORMAL);
    return Arrays.stream(errors).map(e -> 1 / Math.pow(Math.max(e, least), 2)).toArray();
  }

  private Threshold outcome(Sweep sweep, double found, double[] replica) {
    double near = quantile(replica, TAIL);
    double far = quantile(replica, 1 - TAIL);
    if (found == Double.POSITIVE_INFINITY) {
      return new Threshold.NotReached(
          size(sweep, found),
          size(sweep, quantile(replica, 2 * TAIL)),
          share(replica, Double.NEGATIVE_INFINITY, Double.MAX_VALUE));
    }
    if (found == Double.NEGATIVE_INFINITY) {
      return new Threshold.Before(
          size(sweep, found),
          size(sweep, quantile(replica, 1 - 2 * TAIL)),
          share(replica, Double.NEGATIVE_INFINITY, -Double.MAX_VALUE));
    }
    return new Threshold.Within(
        size(sweep, found),
        size(sweep, near),
        size(sweep, far),
        near == Double.NEGATIVE_INFINITY,
        far == Double.POSITIVE_INFINITY);
  }

  private static double quantile(double[] sorted, double probability) {
    return sorted[(int) Math.round(probability * (sorted.length - 1))];
  }

  private static double share(double[] values, double from, double to) {
    return Arrays.stream(values).filter(v -> v >= from && v <= to).count() / (double) values.length;
  }

  /** The size at a number of steps along the sweep, the first or last one when it lies outside. */
  private static double size(Sweep sweep, double steps) {
    double[] places = sweep.places();
    if (!(steps > 0)) {
      return sweep.points().getFirst().size();
    }
    if (steps >= places.length - 1) {
      return sweep.points().getLast().size();
    }
    int i = (int) steps;
    return sweep.scale().size(places[i] + (steps - i) * (places[i + 1] - places[i]));
  }

  /**
   * Where a rising line crosses a level, in steps along the sweep, so that sizes may rise or fall:
   * 1.5 lies midway between the second and the third; infinite before the first or beyond the last.
   */
  static double crossing(double[] rising, double level) {
    if (rising[0] > level) {
      return Double.NEGATIVE_INFINITY;
    }
    for (int i = 1; i < rising.length; i++) {
      if (rising[i] > level) {
        return i - 1 + (level - rising[i - 1]) / (rising[i] - rising[i - 1]);
      }
    }
    return Double.POSITIVE_INFINITY;
  }
}
