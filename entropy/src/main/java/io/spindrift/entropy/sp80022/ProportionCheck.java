package io.spindrift.entropy.sp80022;

import io.spindrift.numerics.Require;
import org.hipparchus.distribution.discrete.BinomialDistribution;

/**
 * Which proportions of m sequences may pass a test whose p-value falls below alpha = 0.01 for one
 * random sequence in a hundred. Source: SP 800-22 Rev 1a, section 4.2.1.
 *
 * @param lowest least acceptable proportion
 * @param highest greatest acceptable proportion
 */
public record ProportionCheck(double lowest, double highest) {
  /** Probability alpha that a random sequence fails one test. */
  public static final double ALPHA = 0.01;

  /** Probability of each tail beyond three standard deviations of the normal law. */
  private static final double TAIL = 0.001349898031630;

  /**
   * The interval for {@code sequences} sequences.
   *
   * <p>Exact: the number that pass is binomial with probability 1 - alpha; counts are accepted
   * whose tails on either side are at least 0.00135, as beyond three sigma. With the constants of
   * STS: (1 - alpha) +- 3 sqrt(alpha (1 - alpha) / m), the normal approximation of the standard,
   * which for m below 1000 rejects more random data than it says.
   */
  public static ProportionCheck of(long sequences, ReferenceConstants constants) {
    Require.atLeast("sequences", sequences, 1);
    if (constants == ReferenceConstants.STS) {
      double half = 3 * Math.sqrt(ALPHA * (1 - ALPHA) / sequences);
      return new ProportionCheck(1 - ALPHA - half, 1 - ALPHA + half);
    }
    BinomialDistribution failures = failures(sequences);
    double most = failures.inverseCumulativeProbability(1 - TAIL);
    double fewest = failures.inverseCumulativeProbability(TAIL);
    return new ProportionCheck(1 - most / sequences, 1 - fewest / sequences);
  }

  /** Whether a proportion lies in the interval. */
  public boolean accepts(double proportion) {
    return proportion >= lowest && proportion <= highest;
  }

  /**
   * Two-sided p-value of the number of sequences that passed: twice the smaller binomial tail, at
   * most 1.
   */
  public static double pValue(long passed, long sequences) {
    Require.inRange("passed sequences", passed, 0, sequences, "");
    BinomialDistribution failures = failures(sequences);
    int failed = (int) (sequences - passed);
    double few = failures.cumulativeProbability(failed);
    double many = failed == 0 ? 1 : upperTail(failures, failed);
    return Math.min(1, 2 * Math.min(few, many));
  }

  /** P(X >= k); near one half and above by complement, far out by its own sum. */
  private static double upperTail(BinomialDistribution law, int k) {
    double mean = law.getNumericalMean();
    if (k <= mean) {
      return 1 - law.cumulativeProbability(k - 1);
    }
    double sum = 0;
    for (int i = k; i <= law.getNumberOfTrials(); i++) {
      double term = law.probability(i);
      sum += term;
      if (term <= sum * 1e-17) {
        break;
      }
    }
    return Math.min(1, sum);
  }

  private static BinomialDistribution failures(long sequences) {
    return new BinomialDistribution(Math.toIntExact(sequences), ALPHA);
  }
}
