package io.spindrift.entropy.gaussian;

import io.spindrift.entropy.PackedBits;

/**
 * Counts of ones in consecutive slices of n packed bits, looked up in a table of sample values.
 *
 * <p>Slices of 8, 16 and 32 bits are counted side by side within a word (the population count of
 * Warren, "Hacker's Delight", section 5-1, stopped at the width of the slice).
 */
final class SliceCounts {
  private static final long PAIRS = 0x5555555555555555L;
  private static final long NIBBLES = 0x3333333333333333L;
  private static final long BYTES = 0x0F0F0F0F0F0F0F0FL;
  private static final long SHORTS = 0x00FF00FF00FF00FFL;
  private static final long INTS = 0x0000FFFF0000FFFFL;

  /** Writes {@code value[ones in slice i]} to {@code target[offset + i]} for each slice. */
  static void lookUp(
      long[] words, int bits, int slices, float[] value, float[] target, int offset) {
    switch (bits) {
      case 8, 16, 32 -> withinWords(words, bits, slices, value, target, offset);
      default -> acrossWords(words, bits, slices, value, target, offset);
    }
  }

  private static void withinWords(
      long[] words, int bits, int slices, float[] value, float[] target, int offset) {
    int perWord = 64 / bits;
    for (int slice = 0, w = 0; slice < slices; w++) {
      long counts = sideBySide(words[w], bits);
      int end = Math.min(slices, slice + perWord);
      for (; slice < end; slice++) {
        target[offset + slice] = value[(int) counts & 0x3F];
        counts >>>= bits;
      }
    }
  }

  private static long sideBySide(long word, int bits) {
    long v = word - ((word >>> 1) & PAIRS);
    v = (v & NIBBLES) + ((v >>> 2) & NIBBLES);
    v = (v + (v >>> 4)) & BYTES;
    if (bits == 8) {
      return v;
    }
    v = (v + (v >>> 8)) & SHORTS;
    return bits == 16 ? v : (v + (v >>> 16)) & INTS;
  }

  /** Any slice width: the reference for the side-by-side counts. */
  static void acrossWords(
      long[] words, int bits, int slices, float[] value, float[] target, int offset) {
    long start = 0;
    for (int slice = 0; slice < slices; slice++, start += bits) {
      target[offset + slice] = value[ones(words, start, bits)];
    }
  }

  private static int ones(long[] words, long start, int bits) {
    int word = (int) (start >>> 6);
    int shift = (int) (start & 63);
    int inFirst = Math.min(bits, 64 - shift);
    int ones = Long.bitCount((words[word] >>> shift) & PackedBits.lowest(inFirst));
    int left = bits - inFirst;
    for (; left >= 64; left -= 64) {
      ones += Long.bitCount(words[++word]);
    }
    return left == 0 ? ones : ones + Long.bitCount(words[word + 1] & PackedBits.lowest(left));
  }

  private SliceCounts() {}
}
