package io.spindrift.memory.operation;

/**
 * A cell that is pulsed again and again: a chain of two states in closed form.
 *
 * <p>With the chance a of leaving the first state and b of returning to it, the chance y of being
 * away from it obeys y' = a (1 - y) + (1 - b) y, so from y = 0
 *
 * <pre>y_n = a / (a + b) (1 - (1 - a - b)^n).</pre>
 */
final class TwoStateChain {
  /** The chance of being away from the first state after n steps that began in it. */
  static double away(double leave, double back, int steps) {
    double both = leave + back;
    if (both == 0) {
      return 0;
    }
    return leave / both * (both <= 1 ? moved(both, steps) : alternating(both, steps));
  }

  /** The share of antiparallel cells after n steps, for chances of leaving P and AP. */
  static double ones(double before, double up, double down, int steps) {
    return (1 - before) * away(up, down, steps) + before * (1 - away(down, up, steps));
  }

  /**
   * The chance of being where an even or odd number of perfect toggles would not lead.
   *
   * <p>After an even number that is y_n. After an odd number it is 1 - y_n, here with q = |1 - a -
   * b| as (b - a + a (1 - q^n)) / (a + b), so that a small chance keeps its digits.
   */
  static double wrong(double leave, double back, int toggles) {
    double both = leave + back;
    if (toggles % 2 == 0) {
      return away(leave, back, toggles);
    }
    return both <= 1
        ? 1 - away(leave, back, toggles)
        : (back - leave + leave * moved(2 - both, toggles)) / both;
  }

  /** 1 - (1 - s)^n for s in [0, 1]. */
  private static double moved(double s, int n) {
    return n == 0 ? 0 : -Math.expm1(n * Math.log1p(-s));
  }

  /** 1 - (1 - s)^n for s in [1, 2], where the base is negative. */
  private static double alternating(double s, int n) {
    double moved = moved(2 - s, n);
    return n % 2 == 0 ? moved : 2 - moved;
  }

  private TwoStateChain() {}
}
