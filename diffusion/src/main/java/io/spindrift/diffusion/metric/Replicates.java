package io.spindrift.diffusion.metric;

import io.spindrift.numerics.parallel.Workers;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * The interval of 95 % that replicates of an estimate span around it.
 *
 * <p>low = value + (q_0.025 - mean), high = value + (q_0.975 - mean), with the quantiles q and the
 * mean of the replicates, so that a bias which only replicates have falls out; see {@link
 * FrechetInterval}.
 */
public final class Replicates {
  /**
   * The interval.
   *
   * @param value the estimate itself
   * @param replicate value of a replicate by its number; called from several threads
   */
  public static Estimate around(double value, IntToDoubleFunction replicate, Workers workers) {
    double[] replicates = new double[FrechetInterval.REPLICATES];
    workers.forEach(replicates.length, r -> replicates[r] = replicate.applyAsDouble(r));
    return around(value, replicates, FrechetInterval.LEVEL);
  }

  /** The interval of a chosen level from replicates, which are sorted. */
  static Estimate around(double value, double[] replicates, double level) {
    Arrays.sort(replicates);
    double mean = Arrays.stream(replicates).average().orElseThrow();
    double low = value + quantile(replicates, (1 - level) / 2) - mean;
    double high = value + quantile(replicates, (1 + level) / 2) - mean;
    return new Estimate(value, Math.min(low, value), Math.max(high, value));
  }

  private static double quantile(double[] sorted, double probability) {
    double place = probability * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  private Replicates() {}
}
