package io.spindrift.entropy.sp80090b.estimate;

import java.util.function.DoubleUnaryOperator;

/** The root of a falling function, to the last bit of its argument. */
final class Bisection {
  /**
   * The x in [low, high] at which {@code falling} passes {@code target}.
   *
   * @param falling a function that does not rise, at least {@code target} at {@code low}
   */
  static double solve(DoubleUnaryOperator falling, double target, double low, double high) {
    double above = low;
    double below = high;
    while (true) {
      double middle = 0.5 * (above + below);
      if (middle <= above || middle >= below) {
        return below;
      }
      if (falling.applyAsDouble(middle) > target) {
        above = middle;
      } else {
        below = middle;
      }
    }
  }

  private Bisection() {}
}
