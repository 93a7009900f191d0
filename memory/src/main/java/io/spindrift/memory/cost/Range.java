package io.spindrift.memory.cost;

import io.spindrift.numerics.Require;
import java.util.OptionalDouble;

/**
 * From where to where a number may lie.
 *
 * @param low lower end, greater than zero
 * @param high upper end, not below the lower
 * @param reason why these ends
 */
public record Range(double low, double high, String reason) {
  /** Checks the order of the ends. */
  public Range {
    Require.positive("low end", low, "");
    Require.positive("high end", high, "");
    if (low > high) {
      throw new IllegalArgumentException(
          "low end must be at most the high end, but was " + low + " above " + high);
    }
  }

  /** The ends that a table states, or else those of the kind. */
  static Range of(double value, OptionalDouble low, OptionalDouble high, PriceKind kind) {
    if (low.isEmpty() && high.isEmpty()) {
      return around(value, kind.factor(), "default of what is " + kind.words());
    }
    Range range = new Range(low.orElse(value), high.orElse(value), "as its source states");
    if (value < range.low() || value > range.high()) {
      throw new IllegalArgumentException(
          "value must lie between its low and high ends, but was " + value);
    }
    return range;
  }

  /** A factor either way. */
  static Range around(double value, double factor, String reason) {
    return new Range(value / factor, value * factor, reason + ": a factor " + factor);
  }

  /** Both ends times a factor. */
  Range times(double factor) {
    return new Range(low * factor, high * factor, reason);
  }
}
