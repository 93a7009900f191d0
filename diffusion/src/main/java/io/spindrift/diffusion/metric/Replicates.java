package io.spindrift.diffusion.metric;

import io.spindrift.numerics.parallel.Workers;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.hipparchus.distribution.continuous.TDistribution;

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
    return byRanks(value, replicates, FrechetInterval.LEVEL);
  }

  /**
   * The interval of a chosen level, by ranks where there are {@link FrechetInterval#REPLICATES}
   * replicates or more.
   *
   * @param replicates values of the replicates, which are sorted
   * @param groups groups that the replicates draw from
   */
  static Estimate around(double value, double[] replicates, double level, int groups) {
    return replicates.length < FrechetInterval.REPLICATES
        ? byDeviation(value, replicates, level, groups)
        : byRanks(value, replicates, level);
  }

  private static Estimate byRanks(double value, double[] replicates, double level) {
    Arrays.sort(replicates);
    double mean = Arrays.stream(replicates).average().orElseThrow();
    double low = value + quantile(replicates, (1 - level) / 2) - mean;
    double high = value + quantile(replicates, (1 + level) / 2) - mean;
    return new Estimate(value, Math.min(low, value), Math.max(high, value));
  }

  /**
   * value ± t s, with the standard deviation s of few replicates.
   *
   * @param groups groups that the replicates draw from: they know the scatter no better than {@code
   *     groups - 1} degrees of freedom
   */
  private static Estimate byDeviation(double value, double[] replicates, double level, int groups) {
    double mean = Arrays.stream(replicates).average().orElseThrow();
    double squares = Arrays.stream(replicates).map(v -> (v - mean) * (v - mean)).sum();
    int freedom = Math.min(replicates.length, groups) - 1;
    double half =
        new TDistribution(freedom).inverseCumulativeProbability((1 + level) / 2)
            * Math.sqrt(squares / (replicates.length - 1));
    return new Estimate(value, value - half, value + half);
  }

  private static double quantile(double[] sorted, double probability) {
    double place = probability * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  private Replicates() {}
}
