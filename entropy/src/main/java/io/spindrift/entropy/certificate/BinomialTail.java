package io.spindrift.entropy.certificate;

import io.spindrift.numerics.Require;
import org.hipparchus.special.Beta;

/**
 * Exact two-sided p-value of a binomial count: twice the smaller tail, at most 1.
 *
 * <p>P(K >= k) = I_p(k, n - k + 1), the regularised incomplete beta function. A count is discrete,
 * so that the p-value is at most alpha with a probability of at most, not exactly, alpha.
 */
final class BinomialTail {
  /** The p-value of {@code counted} successes in {@code trials} at probability {@code p}. */
  static double pValue(long counted, long trials, double p) {
    Require.inRange("counted", counted, 0, trials, "");
    Require.inRange("probability", p, 0, 1, "");
    return Math.min(1, 2 * Math.min(atLeast(counted, trials, p), atMost(counted, trials, p)));
  }

  private static double atLeast(long k, long n, double p) {
    if (k == 0 || p == 1) {
      return 1;
    }
    return p == 0 ? 0 : Beta.regularizedBeta(p, k, n - k + 1.0);
  }

  private static double atMost(long k, long n, double p) {
    if (k == n || p == 0) {
      return 1;
    }
    return p == 1 ? 0 : Beta.regularizedBeta(1 - p, (double) (n - k), k + 1.0);
  }

  private BinomialTail() {}
}
