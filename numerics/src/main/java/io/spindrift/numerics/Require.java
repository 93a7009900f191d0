package io.spindrift.numerics;

import java.util.Locale;

/**
 * NaN-proof argument checks that return their argument.
 *
 * <p>Every message reads {@code <name> must be <constraint>, but was <value> <unit>}.
 */
public final class Require {
  /** Returns {@code value} when it is finite and greater than zero. */
  public static double positive(String name, double value, String unit) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw refusal(name, "positive and finite", value, unit);
    }
    return value;
  }

  /** Returns {@code value} when it is finite and not negative. */
  public static double notNegative(String name, double value, String unit) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw refusal(name, "zero or positive, and finite", value, unit);
    }
    return value;
  }

  /** Returns {@code value} when it is neither NaN nor infinite. */
  public static double finite(String name, double value, String unit) {
    if (!Double.isFinite(value)) {
      throw refusal(name, "finite", value, unit);
    }
    return value;
  }

  /** Returns {@code value} when it lies in the closed interval [low, high]. */
  public static double inRange(String name, double value, double low, double high, String unit) {
    if (!(value >= low && value <= high)) {
      throw refusal(name, "between " + number(low) + " and " + number(high), value, unit);
    }
    return value;
  }

  /** Returns {@code value} when it lies in the closed interval [low, high]. */
  public static int inRange(String name, int value, int low, int high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          name + " must be between " + low + " and " + high + ", but was " + value);
    }
    return value;
  }

  /** Returns {@code value} when it is at least {@code low}. */
  public static long atLeast(String name, long value, long low) {
    if (value < low) {
      throw new IllegalArgumentException(name + " must be at least " + low + ", but was " + value);
    }
    return value;
  }

  /** Returns {@code value} when it is at least {@code low}. */
  public static int atLeast(String name, int value, int low) {
    return (int) atLeast(name, (long) value, (long) low);
  }

  private static IllegalArgumentException refusal(
      String name, String constraint, double value, String unit) {
    String shown = unit.isEmpty() ? number(value) : number(value) + " " + unit;
    return new IllegalArgumentException(name + " must be " + constraint + ", but was " + shown);
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.6g", value);
  }

  private Require() {}
}
