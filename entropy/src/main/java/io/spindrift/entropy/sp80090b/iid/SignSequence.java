package io.spindrift.entropy.sp80090b.iid;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A sequence of signs, packed 64 to a word, and its runs of equal signs. Eight comparisons of bytes
 * are made at once in the eight bytes of a word. Not thread-safe.
 */
final class SignSequence {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGHS = 0x8080808080808080L;
  private static final long ONES = 0x0101010101010101L;

  /** Brings bit 8 i of a word to bit 56 + i. */
  private static final long GATHER = 0x0102040810204080L;

  private final long[] signs;
  private final long[] streaks;
  private final long[] longer;
  private int length;

  /** Room for the signs of {@code most} symbols. */
  SignSequence(int most) {
    int words = (most + 63) / 64;
    signs = new long[words];
    streaks = new long[words];
    longer = new long[words];
  }

  /** Sign i is plus when symbol i is not above symbol i + 1. */
  void compareWithNext(byte[] symbols) {
    length = symbols.length - 1;
    for (int from = 0; from < length; from += 64) {
      long word = 0;
      int to = Math.min(length, from + 64);
      int i = from;
      for (; i + 8 <= to; i += 8) {
        long here = (long) LONGS.get(symbols, i);
        long next = (long) LONGS.get(symbols, i + 1);
        word |= notBelow(next, here) << (i - from);
      }
      for (; i < to; i++) {
        word |= (symbols[i] & 0xFF) <= (symbols[i + 1] & 0xFF) ? 1L << (i - from) : 0;
      }
      signs[from >>> 6] = word;
    }
  }

  /** Sign i is plus when symbol i is at least {@code threshold}. */
  void compareWith(byte[] symbols, int threshold) {
    length = symbols.length;
    long bounds = threshold * ONES;
    for (int from = 0; from < length; from += 64) {
      long word = 0;
      int to = Math.min(length, from + 64);
      int i = from;
      for (; i + 8 <= to; i += 8) {
        word |= notBelow((long) LONGS.get(symbols, i), bounds) << (i - from);
      }
      for (; i < to; i++) {
        word |= (symbols[i] & 0xFF) >= threshold ? 1L << (i - from) : 0;
      }
      signs[from >>> 6] = word;
    }
  }

  /** Eight bits: which bytes of {@code left}, unsigned, are at least those of {@code right}. */
  private static long notBelow(long left, long right) {
    long lowSeven = (left | HIGHS) - (right & ~HIGHS);
    long high = ((left & ~right) | (~(left ^ right) & lowSeven)) & HIGHS;
    return ((high >>> 7) * GATHER) >>> 56;
  }

  /** Signs that are plus. */
  int pluses() {
    int pluses = 0;
    for (int w = 0; w < words(); w++) {
      pluses += Long.bitCount(signs[w]);
    }
    return pluses;
  }

  /** Signs in the sequence. */
  int length() {
    return length;
  }

  /** Maximal stretches of equal signs. */
  int runs() {
    markRepeats();
    int repeats = 0;
    for (int w = 0; w < words(); w++) {
      repeats += Long.bitCount(streaks[w]);
    }
    return length - repeats;
  }

  /**
   * Length of the longest run. Bit i of level L says that the L signs from i on repeat the one
   * before them; level 2 L is level L and itself L places on. On the last level that is not empty
   * few streaks remain, and the longest of them is counted.
   */
  int longestRun() {
    markRepeats();
    long[] level = streaks;
    long[] next = longer;
    int reach = 1;
    while (shiftAndMeet(level, next, reach)) {
      long[] kept = level;
      level = next;
      next = kept;
      reach *= 2;
    }
    int streak = longestStreak(level);
    return streak == 0 ? 1 : reach + streak;
  }

  /** Bit i of {@code streaks}: sign i equals sign i - 1. */
  private void markRepeats() {
    long carried = ~signs[0] & 1;
    for (int w = 0; w < words(); w++) {
      long word = signs[w];
      streaks[w] = ~(word ^ ((word << 1) | carried));
      carried = word >>> 63;
    }
    int spare = length & 63;
    if (spare != 0) {
      streaks[words() - 1] &= (1L << spare) - 1;
    }
  }

  /** next = level and level moved {@code reach} places down; returns whether a bit is left. */
  private boolean shiftAndMeet(long[] level, long[] next, int reach) {
    int words = words();
    int skip = reach >>> 6;
    int shift = reach & 63;
    long any = 0;
    for (int w = 0; w < words; w++) {
      long low = w + skip < words ? level[w + skip] : 0;
      long high = w + skip + 1 < words ? level[w + skip + 1] : 0;
      long moved = shift == 0 ? low : (low >>> shift) | (high << (64 - shift));
      next[w] = level[w] & moved;
      any |= next[w];
    }
    return any != 0;
  }

  private int longestStreak(long[] level) {
    int longest = 0;
    int running = 0;
    for (int w = 0; w < words(); w++) {
      long word = level[w];
      int left = Long.SIZE;
      while (word != 0) {
        int zeros = Long.numberOfTrailingZeros(word);
        running = zeros > 0 ? 0 : running;
        word >>>= zeros;
        int ones = Long.numberOfTrailingZeros(~word);
        running += ones;
        longest = Math.max(longest, running);
        left -= zeros + ones;
        word = ones == Long.SIZE ? 0 : word >>> ones;
      }
      running = left > 0 ? 0 : running;
    }
    return longest;
  }

  private int words() {
    return (length + 63) >>> 6;
  }
}
