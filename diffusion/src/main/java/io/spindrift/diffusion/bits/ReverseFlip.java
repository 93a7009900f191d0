package io.spindrift.diffusion.bits;

import io.spindrift.memory.process.KernelTable;
import io.spindrift.memory.process.TwoStateKernel;

/**
 * One step back, from x_t to x_s with s before t, for the bits of one plane.
 *
 * <p>With p = P(x_0 = 1 | x_t) of the denoiser,
 *
 * <pre>
 *   P(x_s = 1 | x_t) = p q(x_s = 1 | x_t, 1) + (1 - p) q(x_s = 1 | x_t, 0),
 *   q(x_s | x_t, x_0) = sum_k q_k(x_t | x_s) q_k(x_s | x_0) / sum_k q_k(x_t | x_0),
 * </pre>
 *
 * <p>where k runs over the kinds of cells; with one kind this is Bayes' rule of {@link
 * TwoStateKernel#posteriorOne}. Source of the mixture over x_0: Austin et al., NeurIPS 2021,
 * equation 4; the sum over kinds is ours. It keeps the law of x_s given x_0, which is all that a
 * step back has to keep.
 *
 * @param zero what is left of a bit that is 0 now
 * @param one what is left of a bit that is 1 now
 */
public record ReverseFlip(Posterior zero, Posterior one) {
  /**
   * The law of an earlier bit, given what it is now and what it was first.
   *
   * @param ofZero q(x_s = 1 | x_t, x_0 = 0)
   * @param ofOne q(x_s = 1 | x_t, x_0 = 1)
   */
  public record Posterior(double ofZero, double ofOne) {
    /** P(x_s = 1 | x_t) for the probability {@code first} that x_0 is 1. */
    public double one(double first) {
      return (1 - first) * ofZero + first * ofOne;
    }
  }

  /** The step from {@code later} back to {@code earlier} of a chain. */
  static ReverseFlip of(FlipChain chain, int earlier, int later, int plane) {
    KernelTable before = chain.cumulative(earlier, plane);
    KernelTable step = chain.between(earlier, later, plane);
    return new ReverseFlip(posterior(before, step, 0), posterior(before, step, 1));
  }

  /** What was, given that a bit is {@code now}. */
  public Posterior given(int now) {
    return now == 0 ? zero : one;
  }

  /**
   * A value of x_0 that never leads to x_t has the probability 0, whatever a network says: the
   * other one then stands for both. A bit that nothing leads to stays.
   */
  private static Posterior posterior(KernelTable before, KernelTable step, int now) {
    double ofZero = one(before, step, now, 0);
    double ofOne = one(before, step, now, 1);
    if (Double.isNaN(ofZero) && Double.isNaN(ofOne)) {
      return new Posterior(now, now);
    }
    return new Posterior(
        Double.isNaN(ofZero) ? ofOne : ofZero, Double.isNaN(ofOne) ? ofZero : ofOne);
  }

  /** q(x_s = 1 | x_t, x_0), not a number where x_0 never leads to x_t. */
  private static double one(KernelTable before, KernelTable step, int now, int first) {
    double ones = 0;
    double zeros = 0;
    for (int kind = 0; kind < Math.max(before.kinds().size(), step.kinds().size()); kind++) {
      TwoStateKernel to = before.kind(kind);
      TwoStateKernel on = step.kind(kind);
      ones += to.probability(first, 1) * on.probability(1, now);
      zeros += to.probability(first, 0) * on.probability(0, now);
    }
    return ones / (ones + zeros);
  }
}
