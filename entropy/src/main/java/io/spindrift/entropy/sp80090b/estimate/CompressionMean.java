package io.spindrift.entropy.sp80090b.estimate;

import java.util.Arrays;

/**
 * The expected logarithm of the distance to the last occurrence of a block, in Maurer's test.
 *
 * <p>For blocks of probability z, of which the first d of n train: G(z) = (1/v) sum over the blocks
 * t = d + 1 ... n and the distances i = 1 ... t of log2(i) F(z, t, i), v = n - d, with F = z^2 (1 -
 * z)^(i - 1) for i below t and z (1 - z)^(t - 1) for i = t. The double sum is collected by
 * distance:
 *
 * <p>v G = z^2 [v sum_{i<=d} a_i + sum_{d<i<n} (n - i) a_i] + z sum_{d<i<=n} a_i, a_i = log2(i) (1
 * - z)^(i - 1).
 *
 * <p>SP 800-90B, section 6.3.4, step 7; collected as in Appendix G.2's spirit and in the reference
 * tool. Terms below 1e-20 of the sum are left out.
 */
final class CompressionMean {
  private static final double NEGLIGIBLE = 1e-20;

  private final int training;
  private final int blocks;
  private double[] logarithms = {0, 0};

  CompressionMean(int training, int blocks) {
    this.training = training;
    this.blocks = blocks;
  }

  /**
   * The expected mean when one of {@code alphabet} blocks has probability p and the others share
   * the rest: G(p) + (alphabet - 1) G((1 - p) / (alphabet - 1)).
   */
  double expected(double p, int alphabet) {
    double rest = (1 - p) / (alphabet - 1);
    return mean(p) + (alphabet - 1) * mean(rest);
  }

  /** G(z). */
  double mean(double z) {
    if (!(z > 0 && z < 1)) {
      return 0;
    }
    double power = 1 - z;
    double terms = Math.ceil(Math.log(NEGLIGIBLE * z) / Math.log1p(-z)) + 2;
    int last = (int) Math.min(blocks, Math.max(terms, 2));
    extend(last);
    double early = 0;
    int trained = Math.min(training, last);
    for (int i = 2; i <= trained; i++) {
      early += logarithms[i] * power;
      power *= 1 - z;
    }
    double weighted = 0;
    double late = 0;
    for (int i = trained + 1; i <= last; i++) {
      double term = logarithms[i] * power;
      late += term;
      weighted += (blocks - i) * term;
      power *= 1 - z;
    }
    double tested = blocks - training;
    return z * (z * (tested * early + weighted) + late) / tested;
  }

  private void extend(int last) {
    int known = logarithms.length;
    if (last >= known) {
      logarithms = Arrays.copyOf(logarithms, Math.max(last + 1, Math.min(2 * known, blocks + 1)));
      for (int i = known; i < logarithms.length; i++) {
        logarithms[i] = UpperBound.log2(i);
      }
    }
  }
}
