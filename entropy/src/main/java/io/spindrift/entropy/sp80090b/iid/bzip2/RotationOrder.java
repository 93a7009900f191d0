package io.spindrift.entropy.sp80090b.iid.bzip2;

import io.spindrift.numerics.Require;
import java.util.Arrays;

/**
 * The rotations of a sequence in lexicographic order, as the block sort of bzip2 needs them.
 *
 * <p>The first letters of each rotation are packed into a number of at most 45 bits and sorted by
 * their digits; rotations that agree in all of them are ordered by the ranks of the rotations that
 * many letters further on, twice as many in each round (Larsson and Sadakane, "Faster suffix
 * sorting", Theoretical Computer Science 387 (2007)). The time is O(n log^2 n) for any sequence,
 * repetitive or not. Rotations that are equal as a whole come in any order.
 *
 * <p>Not thread-safe: buffers are kept from call to call.
 */
public final class RotationOrder {
  private static final int MOST_KEY_BITS = 45;
  private static final int MOST_DIGIT_BITS = 12;
  private static final int LONGEST = 1 << 28;

  private long[] work = {};
  private long[] spare = {};
  private int[] order = {};
  private int[] rank = {};
  private int[] groups = {};
  private int[] nextGroups = {};
  private int groupCount;

  /**
   * Sorts the rotations of the first {@code length} codes.
   *
   * @param codes letters in [0, radix), unsigned
   * @param radix number of letters, 1 to 65,536
   * @return start of each rotation, least first; only the first {@code length} elements count, and
   *     the array changes with the next call
   * @throws IllegalArgumentException for more than 2^28 codes
   */
  public int[] sort(char[] codes, int length, int radix) {
    Require.inRange("length", length, 0, LONGEST);
    reserve(length);
    if (length == 0) {
      return order;
    }
    int indexBits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(length - 1));
    int letters = pack(codes, length, radix, indexBits);
    group(length, indexBits);
    for (long step = letters; groupCount > 0 && step < length; step *= 2) {
      refine(length, (int) step);
    }
    return order;
  }

  private void reserve(int length) {
    if (order.length < length) {
      work = new long[length];
      spare = new long[length];
      order = new int[length];
      rank = new int[length];
      groups = new int[length + 2];
      nextGroups = new int[length + 2];
    }
  }

  /** Sorts (first letters, index) packed into words; returns how many letters went in. */
  private int pack(char[] codes, int length, int radix, int indexBits) {
    int keyBits = Math.min(MOST_KEY_BITS, Long.SIZE - indexBits);
    int letters = 1;
    long leading = 1;
    while (radix > 1 && leading * radix <= (1L << keyBits) / radix) {
      leading *= radix;
      letters++;
    }
    long key = 0;
    for (int i = 0; i < letters; i++) {
      key = key * radix + codes[i % length];
    }
    for (int i = 0, next = letters % length; i < length; i++) {
      work[i] = (key << indexBits) | i;
      key = (key - codes[i] * leading) * radix + codes[next];
      next = next + 1 == length ? 0 : next + 1;
    }
    int usedBits = Long.SIZE - Long.numberOfLeadingZeros(leading * radix - 1);
    int passes = Math.max(1, (usedBits + MOST_DIGIT_BITS - 1) / MOST_DIGIT_BITS);
    int digitBits = (usedBits + passes - 1) / passes;
    for (int pass = 0; pass < passes; pass++) {
      distribute(length, indexBits + pass * digitBits, digitBits);
    }
    return letters;
  }

  /** One stable pass by the digit at {@code shift}. */
  private void distribute(int length, int shift, int digitBits) {
    int mask = (1 << digitBits) - 1;
    int[] starts = new int[mask + 2];
    long[] from = work;
    long[] to = spare;
    for (int i = 0; i < length; i++) {
      starts[((int) (from[i] >>> shift) & mask) + 1]++;
    }
    for (int digit = 0; digit < mask; digit++) {
      starts[digit + 1] += starts[digit];
    }
    for (int i = 0; i < length; i++) {
      long word = from[i];
      to[starts[(int) (word >>> shift) & mask]++] = word;
    }
    work = to;
    spare = from;
  }

  /** Reads order and ranks off the sorted words; a rank is the place of the first of its equals. */
  private void group(int length, int indexBits) {
    groupCount = 0;
    int mask = (1 << indexBits) - 1;
    for (int from = 0; from < length; ) {
      int to = from;
      long key = work[from] >>> indexBits;
      do {
        int index = (int) work[to] & mask;
        order[to++] = index;
        rank[index] = from;
      } while (to < length && work[to] >>> indexBits == key);
      note(from, to);
      from = to;
    }
  }

  private void note(int from, int to) {
    if (to - from > 1) {
      groups[groupCount++] = from;
      groups[groupCount++] = to;
    }
  }

  /** Orders every group of equals by the rank {@code step} letters on. */
  private void refine(int length, int step) {
    int before = groupCount;
    int[] old = groups;
    groups = nextGroups;
    nextGroups = old;
    groupCount = 0;
    for (int g = 0; g < before; g += 2) {
      int from = old[g];
      int to = old[g + 1];
      for (int i = from; i < to; i++) {
        int index = order[i];
        int next = index + step;
        work[i] = ((long) rank[next >= length ? next - length : next] << 32) | index;
      }
      Arrays.sort(work, from, to);
      split(from, to);
    }
  }

  /** Parts a sorted group wherever the rank further on changes. */
  private void split(int from, int to) {
    for (int first = from; first < to; ) {
      int last = first;
      long key = work[first] >>> 32;
      do {
        int index = (int) work[last];
        order[last++] = index;
        rank[index] = first;
      } while (last < to && work[last] >>> 32 == key);
      note(first, last);
      first = last;
    }
  }
}
