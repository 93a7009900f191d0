package io.spindrift.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Assertions that a sample follows a distribution, with a stated false-alarm probability.
 *
 * <p>For a two-sided deviation of k standard errors it is 2.7e-3 at k = 3, 6.3e-5 at k = 4 and
 * 5.7e-7 at k = 5.
 */
public final class DistributionAssert {
  /**
   * Fails when the Kolmogorov-Smirnov distance between {@code sample} and the distribution function
   * is one that a true sample exceeds with probability {@code falseAlarm}.
   *
   * @param sample independent values of a continuous distribution, at least ten
   * @param distributionFunction P(X <= x)
   */
  public static void follows(
      double[] sample, DoubleUnaryOperator distributionFunction, double falseAlarm) {
    assertThat(sample.length).as("sample size").isGreaterThanOrEqualTo(10);
    double distance = kolmogorovSmirnov(sample, distributionFunction);
    double pValue = kolmogorovPValue(distance, sample.length);
    assertThat(pValue)
        .as("p-value of Kolmogorov-Smirnov distance %s over %s values", distance, sample.length)
        .isGreaterThanOrEqualTo(falseAlarm);
  }

  /** Fails when a count is more than {@code sigmas} binomial standard deviations off its mean. */
  public static void binomial(long successes, long trials, double probability, double sigmas) {
    double mean = trials * probability;
    double deviation = Math.sqrt(mean * (1 - probability));
    assertThat(Math.abs(successes - mean))
        .as("%s of %s against probability %s, in counts", successes, trials, probability)
        .isLessThanOrEqualTo(sigmas * deviation);
  }

  /** Fails when the mean of a sample is more than {@code sigmas} standard errors off. */
  public static void mean(double[] sample, double expected, double sigmas) {
    double error = Math.sqrt(variance(sample) / sample.length);
    double mean = average(sample);
    assertThat(Math.abs(mean - expected))
        .as("mean %s against %s with standard error %s", mean, expected, error)
        .isLessThanOrEqualTo(sigmas * error);
  }

  /**
   * Fails when the variance of a sample is more than {@code sigmas} of its own standard errors off.
   * The error is taken from the fourth moment, so that the sample need not be Gaussian.
   */
  public static void variance(double[] sample, double expected, double sigmas) {
    double mean = average(sample);
    double[] squares = Arrays.stream(sample).map(x -> (x - mean) * (x - mean)).toArray();
    double error = Math.sqrt(variance(squares) / sample.length);
    double variance = variance(sample);
    assertThat(Math.abs(variance - expected))
        .as("variance %s against %s with standard error %s", variance, expected, error)
        .isLessThanOrEqualTo(sigmas * error);
  }

  /**
   * Fails when the counts over cells are further from the expected ones than a chi-square deviate
   * of {@code sigmas} (one-sided; 1.3e-3 at 3, 3.2e-5 at 4). Cells should expect five or more.
   *
   * <p>Wilson and Hilferty's cube-root transformation, PNAS 17 (1931) 684.
   */
  public static void chiSquare(long[] counts, double[] expected, double sigmas) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      double difference = counts[i] - expected[i];
      sum += difference * difference / expected[i];
    }
    double freedom = counts.length - 1;
    double spread = 2 / (9 * freedom);
    double deviate = (Math.cbrt(sum / freedom) - (1 - spread)) / Math.sqrt(spread);
    assertThat(deviate)
        .as("chi-square %s with %s degrees of freedom, in sigmas", sum, freedom)
        .isLessThanOrEqualTo(sigmas);
  }

  /** Fails when the counts are not those of equally likely cells; see {@link #chiSquare}. */
  public static void uniform(long[] counts, double sigmas) {
    double[] expected = new double[counts.length];
    Arrays.fill(expected, Arrays.stream(counts).sum() / (double) counts.length);
    chiSquare(counts, expected, sigmas);
  }

  /** Largest distance between the empirical and the given distribution function. */
  public static double kolmogorovSmirnov(double[] sample, DoubleUnaryOperator function) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    double largest = 0;
    for (int i = 0; i < sorted.length; i++) {
      double value = function.applyAsDouble(sorted[i]);
      double above = (i + 1) / (double) sorted.length - value;
      double below = value - i / (double) sorted.length;
      largest = Math.max(largest, Math.max(above, below));
    }
    return largest;
  }

  /**
   * Probability that a true sample of n values shows at least this distance: Kolmogorov's series
   * with Stephens' finite-size correction, J. R. Stat. Soc. B 32 (1970) 115.
   */
  public static double kolmogorovPValue(double distance, int n) {
    double root = Math.sqrt(n);
    double x = (root + 0.12 + 0.11 / root) * distance;
    if (x < 0.2) {
      return 1;
    }
    double sum = 0;
    for (int k = 1; k <= 100; k++) {
      sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * x * x);
    }
    return Math.clamp(sum, 0, 1);
  }

  private static double average(double[] sample) {
    return Arrays.stream(sample).average().orElseThrow();
  }

  private static double variance(double[] sample) {
    double mean = average(sample);
    double sum = Arrays.stream(sample).map(x -> (x - mean) * (x - mean)).sum();
    return sum / (sample.length - 1);
  }

  private DistributionAssert() {}
}
