package io.spindrift.memory.process;

import io.spindrift.numerics.Require;

/**
 * Transition probabilities of a chain of two states, 0 and 1, over one step or many.
 *
 * <p>With a = P(0 to 1) and b = P(1 to 0) the second eigenvalue of the transition matrix is c = 1 -
 * a - b, the correlation of a bit with what it was. After n equal steps
 *
 * <pre>
 *   P(1 | 0) = a/(a + b) (1 - c^n),   P(0 | 1) = b/(a + b) (1 - c^n),
 * </pre>
 *
 * <p>which for a = b = p is (1 - (1 - 2 p)^n)/2; in the long run the share a/(a + b) is ones.
 * Derived here; textbook results on two-state Markov chains.
 *
 * @param fromZero a, probability that 0 becomes 1
 * @param fromOne b, probability that 1 becomes 0
 */
public record TwoStateKernel(double fromZero, double fromOne) {
  /** Nothing happens. */
  public static final TwoStateKernel IDENTITY = new TwoStateKernel(0, 0);

  /** Every bit flips. */
  public static final TwoStateKernel FLIP = new TwoStateKernel(1, 1);

  /** Checks both probabilities. */
  public TwoStateKernel {
    Require.inRange("probability from 0 to 1", fromZero, 0, 1, "");
    Require.inRange("probability from 1 to 0", fromOne, 0, 1, "");
  }

  /** Both states flip with one probability. */
  public static TwoStateKernel symmetric(double probability) {
    return new TwoStateKernel(probability, probability);
  }

  /** Probability that a bit of value {@code bit} flips. */
  public double flip(int bit) {
    return bit == 0 ? fromZero : fromOne;
  }

  /** Probability that a bit of value {@code bit} is 1 afterwards. */
  public double one(int bit) {
    return bit == 0 ? fromZero : 1 - fromOne;
  }

  /** Probability that a bit goes from one value to another. */
  public double probability(int from, int to) {
    return from == to ? 1 - flip(from) : flip(from);
  }

  /** c = 1 - a - b, the correlation between before and after; negative when most bits flip. */
  public double correlation() {
    return 1 - fromZero - fromOne;
  }

  /** Mean of both flip probabilities. */
  public double meanFlip() {
    return 0.5 * (fromZero + fromOne);
  }

  /** The same for bits that are stored inverted: 0 and 1 change places. */
  public TwoStateKernel inverted() {
    return new TwoStateKernel(fromOne, fromZero);
  }

  /**
   * This kernel followed by another: a'' = (1 - a) a' + a (1 - b'), b'' = (1 - b) b' + b (1 - a').
   *
   * <p>Sums of positive terms, so that the smallest probability keeps its digits.
   */
  public TwoStateKernel then(TwoStateKernel next) {
    double a = (1 - fromZero) * next.fromZero + fromZero * (1 - next.fromOne);
    double b = (1 - fromOne) * next.fromOne + fromOne * (1 - next.fromZero);
    return new TwoStateKernel(Math.min(1, a), Math.min(1, b));
  }

  /** {@code steps} equal steps in closed form, precise for tiny probabilities and many steps. */
  public TwoStateKernel times(long steps) {
    Require.atLeast("steps", steps, 0L);
    double sum = fromZero + fromOne;
    if (sum == 0 || steps == 0) {
      return IDENTITY;
    }
    double changed = changed(sum, steps);
    return new TwoStateKernel(
        Math.min(1, fromZero / sum * changed), Math.min(1, fromOne / sum * changed));
  }

  /** 1 - (1 - s)^n without cancellation: |1 - s| is 1 - s, or for s above 1 it is 1 - (2 - s). */
  private static double changed(double s, long n) {
    if (s <= 1) {
      return -Math.expm1(n * Math.log1p(-s));
    }
    double exponent = n * Math.log1p(s - 2);
    return n % 2 == 0 ? -Math.expm1(exponent) : 1 + Math.exp(exponent);
  }

  /**
   * Share a/(a + b) of ones in the long run.
   *
   * @throws IllegalStateException when nothing ever flips and every share is stationary
   */
  public double stationaryShare() {
    double sum = fromZero + fromOne;
    if (sum == 0) {
      throw new IllegalStateException(
          "a stationary share must belong to a kernel that flips bits, but neither state flips");
    }
    return fromZero / sum;
  }

  /**
   * q(x_{t-1} = 1 | x_t, x_0), by Bayes' rule:
   *
   * <pre>
   *   q(x_{t-1} | x_t, x_0) = q(x_t | x_{t-1}) q(x_{t-1} | x_0) / q(x_t | x_0)
   * </pre>
   *
   * <p>This kernel is that of step t.
   *
   * @param before kernel from step 0 to step t - 1
   * @param now x_t
   * @param first x_0
   * @throws IllegalArgumentException when x_0 never leads to x_t
   */
  public double posteriorOne(TwoStateKernel before, int now, int first) {
    double one = probability(1, now) * before.probability(first, 1);
    double zero = probability(0, now) * before.probability(first, 0);
    if (one + zero == 0) {
      throw new IllegalArgumentException(
          "bit now must be reachable, but " + first + " never becomes " + now);
    }
    return one / (one + zero);
  }
}
