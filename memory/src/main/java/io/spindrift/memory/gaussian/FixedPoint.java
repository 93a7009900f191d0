package io.spindrift.memory.gaussian;

import io.spindrift.numerics.Require;

/**
 * Numbers of w bits in two's complement of which f are behind the point: value = raw 2^-f.
 *
 * <p>Adders work modulo 2^w; a number is rounded to nearest, ties to even, and held at the ends of
 * the range only when it is made from a real one.
 *
 * @param bits width w
 * @param fractionBits bits behind the point f
 */
public record FixedPoint(int bits, int fractionBits) {
  /** Widest numbers. */
  public static final int MOST_BITS = 48;

  /** Checks the ranges. */
  public FixedPoint {
    Require.inRange("bits of a number", bits, 2, MOST_BITS);
    Require.inRange("bits behind the point", fractionBits, 0, bits - 1);
  }

  /** The narrowest format that holds every raw number from {@code lowest} to {@code highest}. */
  public static FixedPoint holding(long lowest, long highest, int fractionBits) {
    int bits = Math.max(2, fractionBits + 1);
    while (bits < MOST_BITS && (lowest < -(1L << (bits - 1)) || highest >= 1L << (bits - 1))) {
      bits++;
    }
    FixedPoint format = new FixedPoint(bits, fractionBits);
    if (lowest < format.lowest() || highest > format.highest()) {
      throw new IllegalArgumentException(
          "numbers must fit " + MOST_BITS + " bits, but reach from " + lowest + " to " + highest);
    }
    return format;
  }

  /** Smallest raw number, -2^(w-1). */
  public long lowest() {
    return -(1L << (bits - 1));
  }

  /** Largest raw number, 2^(w-1) - 1. */
  public long highest() {
    return (1L << (bits - 1)) - 1;
  }

  /** The raw number that the lowest w bits of a word stand for. */
  public long wrap(long word) {
    return word << (64 - bits) >> (64 - bits);
  }

  /** The nearest raw number of a value; ties to even, values beyond the range to its ends. */
  public long raw(double value) {
    double scaled = Math.rint(Require.finite("value", value, "") * (1L << fractionBits));
    return (long) Math.clamp(scaled, lowest(), highest());
  }

  /** The value of a raw number. */
  public double value(double raw) {
    return raw / (1L << fractionBits);
  }
}
