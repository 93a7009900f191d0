package io.spindrift.entropy;

import io.spindrift.numerics.Require;

/** How blocks of bits are packed: bit i is bit (i mod 64) of word i / 64, spare bits are zero. */
public final class PackedBits {
  /** Words that hold {@code bitCount} bits. */
  public static int words(int bitCount) {
    return (int) (((long) Require.atLeast("bit count", bitCount, 0) + 63) / 64);
  }

  /**
   * Words that {@code bitCount} bits occupy in {@code target}.
   *
   * @throws IllegalArgumentException when {@code target} is too short
   */
  public static int wordsIn(long[] target, int bitCount) {
    int words = words(bitCount);
    if (target.length < words) {
      throw new IllegalArgumentException(
          "words must be at least " + words + " long, but was " + target.length);
    }
    return words;
  }

  /** Clears the bits of the last word that lie beyond {@code bitCount}. */
  public static void clearSpare(long[] target, int bitCount) {
    if (bitCount % 64 != 0) {
      target[bitCount / 64] &= lowest(bitCount % 64);
    }
  }

  /** A word whose lowest {@code count} bits are set; {@code count} in [0, 64]. */
  public static long lowest(int count) {
    return count >= 64 ? -1L : (1L << count) - 1;
  }

  private PackedBits() {}
}
