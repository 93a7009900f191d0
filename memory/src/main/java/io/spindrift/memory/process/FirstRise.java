package io.spindrift.memory.process;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * The shortest pulse that reaches a probability.
 *
 * <p>Among given widths in increasing order the first is taken whose probability is at least the
 * wanted one, and between it and the width before the crossing is closed in on by false position,
 * every third step by halving, until the probability is met to 1e-12 or the widths agree to
 * rounding.
 *
 * @param what whose probability it is, for sentences
 * @param widths pulse widths in seconds, increasing
 * @param values probability at each of them
 * @param law probability at any width between
 */
record FirstRise(String what, double[] widths, double[] values, DoubleUnaryOperator law) {
  private static final double TOLERANCE = 1e-12;
  private static final double JUMP = 1e-9;
  private static final int MOST_STEPS = 200;

  /** Smallest probability that is reached on the rise, that of the shortest pulse. */
  double lowest() {
    return values[0];
  }

  /** Largest probability that any of the widths has. */
  double highest() {
    double highest = values[0];
    for (double value : values) {
      highest = Math.max(highest, value);
    }
    return highest;
  }

  /**
   * The pulse width of a probability.
   *
   * @throws UnusableInput when the rise does not pass it, with what it does pass
   */
  double width(double wanted) {
    int above = 0;
    while (above < values.length && !(values[above] >= wanted - TOLERANCE)) {
      above++;
    }
    if (above == values.length || (above == 0 && values[0] > wanted + TOLERANCE)) {
      throw new UnusableInput(
          what
              + " must be 0 or between "
              + number(lowest())
              + " and "
              + number(highest())
              + ", which pulses from "
              + time(widths[0])
              + " to "
              + time(widths[widths.length - 1])
              + " reach, but was "
              + number(wanted)
              + "; another voltage, other pulse widths or another schedule would be accepted");
    }
    return above == 0 ? widths[0] : crossing(wanted, above);
  }

  private double crossing(double wanted, int above) {
    double low = widths[above - 1];
    double high = widths[above];
    double under = values[above - 1] - wanted;
    double over = values[above] - wanted;
    for (int i = 0; i < MOST_STEPS && over > TOLERANCE && high - low > Math.ulp(high); i++) {
      double share = i % 3 == 2 ? 0.5 : -under / (over - under);
      double middle = Math.clamp(low + share * (high - low), low, high);
      double value = law.applyAsDouble(middle) - wanted;
      if (value >= -TOLERANCE) {
        high = middle;
        over = value;
      } else {
        low = middle;
        under = value;
      }
    }
    if (over > JUMP) {
      throw new UnusableInput(
          what
              + " jumps from "
              + number(wanted + under)
              + " to "
              + number(wanted + over)
              + " at "
              + time(high)
              + ", so that "
              + number(wanted)
              + " is not reached; a value at or beyond the ends of the jump would be accepted");
    }
    return high;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }

  private static String time(double seconds) {
    return Quantity.print(seconds, Dimension.TIME);
  }
}
