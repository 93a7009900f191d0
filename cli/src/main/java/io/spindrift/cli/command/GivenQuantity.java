package io.spindrift.cli.command;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Text of an option read as SI numbers; refusals name the option. */
final class GivenQuantity {
  /** A quantity of any sign, such as {@code --voltage 0.84V}. */
  static double any(String option, String text, Dimension dimension) {
    return named(option, () -> Quantity.parse(text, dimension));
  }

  /** A quantity greater than zero, such as {@code --temperature 300K}. */
  static double positive(String option, String text, Dimension dimension) {
    return positive(option, any(option, text, dimension), text);
  }

  /** A quantity that is not negative, such as {@code --relax 10ns}. */
  static double notNegative(String option, String text, Dimension dimension) {
    double value = any(option, text, dimension);
    if (!(value >= 0)) {
      throw new UnusableInput(option + " must be zero or positive, but was " + text);
    }
    return value;
  }

  /** A list or range of quantities of any sign, such as {@code --voltage 0.5V:1V:0.1V}. */
  static List<Double> list(String option, String text, Dimension dimension) {
    double[] values = named(option, () -> Quantity.parseList(text, dimension));
    return Arrays.stream(values).boxed().toList();
  }

  /** A list or range of quantities greater than zero, such as {@code --pulse 0.2ns:5ns:0.1ns}. */
  static List<Double> positives(String option, String text, Dimension dimension) {
    double[] values = named(option, () -> Quantity.parseList(text, dimension));
    return Arrays.stream(values).mapToObj(value -> positive(option, value, text)).toList();
  }

  /** A whole number in [low, high], such as {@code --trajectories 20k}. */
  static long count(String option, String text, long low, long high) {
    long value = named(option, () -> Quantity.parseCount(text));
    if (value < low || value > high) {
      throw new UnusableInput(
          option + " must be between " + low + " and " + high + ", but was " + text);
    }
    return value;
  }

  /** A whole number that fits an array index. */
  static int smallCount(String option, String text, int low, int high) {
    return (int) count(option, text, low, high);
  }

  /** Work whose refusals are the input's fault: an argument out of range becomes a refusal. */
  static <T> T checked(Supplier<T> work) {
    try {
      return work.get();
    } catch (IllegalArgumentException refusal) {
      throw new UnusableInput(String.valueOf(refusal.getMessage()), refusal);
    }
  }

  private static double positive(String option, double value, String text) {
    if (!(value > 0)) {
      throw new UnusableInput(option + " must be positive, but was " + text);
    }
    return value;
  }

  private static <T> T named(String option, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (UnusableInput refusal) {
      throw new UnusableInput(option + ": " + refusal.getMessage(), refusal);
    }
  }

  private GivenQuantity() {}
}
