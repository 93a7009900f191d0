package io.spindrift.experiment.comparison;

import io.spindrift.diffusion.metric.Estimate;
import io.spindrift.numerics.Require;
import java.util.List;

/**
 * The mean difference of hardware and software noise and how well it is known.
 *
 * <p>With several seeds the differences d_i themselves tell: standard error s/sqrt(n), s^2 = sum
 * (d_i - mean)^2/(n - 1), and Student's law of n - 1 degrees of freedom. This holds whatever both
 * trainings of a seed share, and contains the error of the finite number of images. With one seed
 * only the latter is known.
 *
 * @param mean mean of hardware minus software
 * @param standardError standard error of the mean
 * @param freedom degrees of freedom of the standard error, infinite when it is taken as known
 * @param pairs number of seeds n
 */
public record MeanDifference(double mean, double standardError, double freedom, int pairs) {
  /** Checks the ranges. */
  public MeanDifference {
    Require.finite("mean difference", mean, "");
    Require.notNegative("standard error", standardError, "");
    Require.atLeast("pairs", pairs, 1);
  }

  /** The mean difference of pairs of trainings. */
  public static MeanDifference of(List<SeedPair> pairs) {
    Require.atLeast("pairs", pairs.size(), 1);
    if (pairs.size() == 1) {
      Estimate only = pairs.getFirst().sampled();
      return new MeanDifference(only.value(), only.standardError(), Double.POSITIVE_INFINITY, 1);
    }
    return of(pairs.stream().mapToDouble(SeedPair::difference).toArray());
  }

  /** The mean of at least two differences. */
  static MeanDifference of(double[] differences) {
    int n = Require.atLeast("differences", differences.length, 2);
    double mean = 0;
    for (double d : differences) {
      mean += d / n;
    }
    double squares = 0;
    for (double d : differences) {
      squares += (d - mean) * (d - mean);
    }
    return new MeanDifference(mean, Math.sqrt(squares / (n - 1) / n), n - 1, n);
  }

  /** Whether the interval holds for other trainings, not only for other images of these two. */
  public boolean overSeeds() {
    return pairs > 1;
  }

  /** The interval that covers the true difference with a probability. */
  public Estimate interval(double level) {
    Require.inRange("level", level, 0.5, 0.9999, "");
    double half = standardError == 0 ? 0 : quantile((1 + level) / 2) * standardError;
    return new Estimate(mean, mean - half, mean + half);
  }

  /** p-value of "the true difference is at least {@code bound}" against "it is smaller". */
  double pBelow(double bound) {
    return above(bound - mean);
  }

  /** p-value of "the true difference is at most {@code bound}" against "it is larger". */
  double pAbove(double bound) {
    return above(mean - bound);
  }

  double quantile(double probability) {
    return new StudentLaw(freedom).quantile(probability);
  }

  private double above(double distance) {
    if (standardError > 0) {
      return new StudentLaw(freedom).above(distance / standardError);
    }
    return distance > 0 ? 0 : distance < 0 ? 1 : 0.5;
  }
}
