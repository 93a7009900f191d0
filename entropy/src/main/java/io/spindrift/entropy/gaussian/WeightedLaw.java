package io.spindrift.entropy.gaussian;

import io.spindrift.numerics.Require;
import java.util.Arrays;

/**
 * The exact distribution of x = (sum of w_i b_i - centre) / scale for independent bits b_i with
 * P(1) = p and whole weights w_i.
 *
 * <p>Cumulants of independent terms add: with q = 1 - p, kappa_1 = p sum w, kappa_2 = p q sum w^2,
 * kappa_3 = p q (1 - 2 p) sum w^3 and kappa_4 = p q (1 - 6 p q) sum w^4. The distribution itself is
 * the convolution of the n two-point laws on the lattice 0 .. sum w.
 */
final class WeightedLaw {
  /** Longest lattice that is convolved. */
  static final int MOST_STEPS = 1 << 20;

  private final int[] weights;
  private final double probability;

  WeightedLaw(int[] weights, double probability) {
    this.weights = weights.clone();
    this.probability =
        Require.inRange("probability of a one", probability, 0x1p-40, 1 - 0x1p-40, "");
    long total = 0;
    for (int weight : weights) {
      total += Require.atLeast("weight", weight, 1);
    }
    if (total > MOST_STEPS) {
      throw new IllegalArgumentException(
          "sum of the weights must be at most " + MOST_STEPS + ", but was " + total);
    }
  }

  /** kappa_order of the weighted sum before standardisation, order 1 to 4. */
  double cumulant(int order) {
    double pq = probability * (1 - probability);
    double ofBit =
        switch (order) {
          case 1 -> probability;
          case 2 -> pq;
          case 3 -> pq * (1 - 2 * probability);
          case 4 -> pq * (1 - 6 * pq);
          default -> throw new IllegalArgumentException("order must be 1 to 4, but was " + order);
        };
    double sum = 0;
    for (int weight : weights) {
      sum += Math.pow(weight, order);
    }
    return ofBit * sum;
  }

  /** P(sum = s) for s = 0 .. sum of the weights. */
  double[] masses() {
    double[] masses = new double[Arrays.stream(weights).sum() + 1];
    masses[0] = 1;
    int top = 0;
    for (int weight : weights) {
      top += weight;
      for (int s = top; s >= 0; s--) {
        masses[s] =
            (1 - probability) * masses[s] + (s >= weight ? probability * masses[s - weight] : 0);
      }
    }
    return masses;
  }

  /** The law of the standardised sum. */
  DiscreteLaw standardised(double centre, double scale) {
    double[] masses = masses();
    double[] values = new double[masses.length];
    for (int s = 0; s < values.length; s++) {
      values[s] = (s - centre) / scale;
    }
    return new DiscreteLaw(values, masses, weights.length);
  }
}
