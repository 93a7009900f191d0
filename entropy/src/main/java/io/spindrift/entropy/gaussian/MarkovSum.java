package io.spindrift.entropy.gaussian;

import io.spindrift.numerics.Require;

/**
 * The exact moments and distribution of the number of ones among n successive bits of a two-state
 * Markov chain in its stationary state.
 *
 * <p>With p = P(1), q = 1 - p and rho the correlation of successive bits, the correlation at lag k
 * is rho^k and var K = n p q I with the inflation I = (1 + rho)/(1 - rho) - 2 rho (1 - rho^n) / (n
 * (1 - rho)^2): the sum of rho^|i-j| over all pairs, divided by n.
 *
 * @param bits n
 * @param probability p
 * @param correlation rho, at least -min(p/q, q/p), for else a transition would be more than certain
 */
public record MarkovSum(int bits, double probability, double correlation) {
  /** Checks the ranges. */
  public MarkovSum {
    Require.inRange("bits per sample", bits, 1, 4096);
    Require.inRange("probability of a one", probability, 0x1p-40, 1 - 0x1p-40, "");
    double odds = probability / (1 - probability);
    Require.inRange("correlation", correlation, -Math.min(odds, 1 / odds), 1 - 0x1p-40, "");
  }

  /** E K = n p, whatever the correlation. */
  public double mean() {
    return bits * probability;
  }

  /** I: how many times larger the variance is than that of independent bits. */
  public double varianceInflation() {
    double gap = 1 - correlation;
    return (1 + correlation) / gap
        - 2 * correlation * (1 - Math.pow(correlation, bits)) / (bits * gap * gap);
  }

  /** var K = n p q I. */
  public double variance() {
    return bits * probability * (1 - probability) * varianceInflation();
  }

  /** P(K = k) for k = 0 .. n, by the chain's transitions, one bit after the other. */
  public double[] masses() {
    double toOne = probability * (1 - correlation);
    double toZero = (1 - probability) * (1 - correlation);
    double[] zero = new double[bits + 1];
    double[] one = new double[bits + 1];
    zero[0] = 1 - probability;
    one[1] = probability;
    for (int drawn = 1; drawn < bits; drawn++) {
      for (int k = drawn + 1; k >= 0; k--) {
        double fewer = k == 0 ? 0 : zero[k - 1] * toOne + one[k - 1] * (1 - toZero);
        zero[k] = zero[k] * (1 - toOne) + one[k] * toZero;
        one[k] = fewer;
      }
    }
    double[] masses = new double[bits + 1];
    for (int k = 0; k <= bits; k++) {
      masses[k] = zero[k] + one[k];
    }
    return masses;
  }

  /** The law of (K - centre) / scale with the standardisation of a lattice of as many bits. */
  public StatedLaw standardised(BinomialLattice lattice) {
    Require.inRange("bits of the lattice", lattice.bits(), bits, bits);
    double[] values = new double[bits + 1];
    for (int k = 0; k <= bits; k++) {
      values[k] = lattice.value(k);
    }
    return new DiscreteLaw(values, masses(), bits);
  }
}
