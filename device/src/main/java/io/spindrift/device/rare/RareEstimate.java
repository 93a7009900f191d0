package io.spindrift.device.rare;

import org.hipparchus.distribution.continuous.TDistribution;

/**
 * An estimated probability of a rare event.
 *
 * @param probability estimate
 * @param standardError one standard error
 * @param low lower end of the 95 % interval
 * @param high upper end of the 95 % interval
 * @param effectiveHits final particles in the event, weighted: (sum w)^2/sum w^2
 * @param replicas independent repetitions
 * @param particles particles of each
 */
public record RareEstimate(
    double probability,
    double standardError,
    double low,
    double high,
    double effectiveHits,
    int replicas,
    int particles) {
  private static final double CONFIDENCE = 0.95;

  /**
   * The mean of independent unbiased estimates, at least one of them positive.
   *
   * <p>The interval is p exp(+-t s/p), s the standard error of the mean and t Student's quantile:
   * probabilities are positive and their estimates skewed towards small values, so that an interval
   * symmetric in the logarithm covers better.
   */
  static RareEstimate of(double[] estimates, double effectiveHits, int particles) {
    int n = estimates.length;
    double mean = 0;
    for (double p : estimates) {
      mean += p / n;
    }
    double squares = 0;
    for (double p : estimates) {
      squares += (p / mean - 1) * (p / mean - 1);
    }
    double relative = Math.sqrt(squares / (n - 1) / n);
    double t = new TDistribution(n - 1).inverseCumulativeProbability(0.5 + CONFIDENCE / 2);
    return new RareEstimate(
        mean,
        mean * relative,
        mean * Math.exp(-t * relative),
        Math.min(1, mean * Math.exp(t * relative)),
        effectiveHits,
        n,
        particles);
  }

  /** Standard error over probability. */
  public double relativeError() {
    return standardError / probability;
  }

  /** Number of plain trials whose count would have the same standard error: p (1 - p)/s^2. */
  public double equivalentTrials() {
    return probability * (1 - probability) / (standardError * standardError);
  }
}
