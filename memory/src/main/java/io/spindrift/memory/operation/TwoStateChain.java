package io.spindrift.memory.operation;

/**
 * A cell that is pulsed again and again: a Markov chain of two states, in closed form.
 *
 * <p>With the chance a of leaving the first state and b of returning to it, the chance of being
 * away from it after n steps obeys y' = a (1 - y) + (1 - b) y, so from y = 0
 *
 * <pre>y_n = a / (a + b) (1 - (1 - a - b)^n).</pre>
 */
final class TwoStateChain {
  /** The chance of being away from the first state after n steps that began in it. */
  static double away(double leave, double back, int steps) {
    double both = leave + back;
    return both == 0 ? 0 : leave / both * (1 - Math.pow(1 - both, steps));
  }

  private TwoStateChain() {}
}
