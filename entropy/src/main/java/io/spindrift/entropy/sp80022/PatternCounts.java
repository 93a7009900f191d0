package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.BitSequence;
import java.util.Arrays;

/**
 * How often each pattern of m bits occurs, overlapping, around the sequence closed to a ring.
 *
 * <p>Bit j of a pattern's index is its j-th bit. Counts of shorter patterns follow by summing over
 * the last bit, so that one pass over the sequence serves every length up to m.
 */
final class PatternCounts {
  private final int[] counts;
  private final int total;

  private PatternCounts(int[] counts, int total) {
    this.counts = counts;
    this.total = total;
  }

  /** Counts the patterns of {@code patternBits}, 1 to 16, that begin at each bit of the ring. */
  static PatternCounts around(BitSequence bits, int patternBits) {
    int[] counts = new int[1 << patternBits];
    int n = bits.length();
    int inside = Math.max(0, n - patternBits + 1);
    add(bits, 0, inside, patternBits, counts);
    for (int i = inside; i < n; i++) {
      int pattern = 0;
      for (int j = 0; j < patternBits; j++) {
        pattern |= bits.bit((i + j) % n) << j;
      }
      counts[pattern]++;
    }
    return new PatternCounts(counts, n);
  }

  /** Adds the patterns that begin at the bits [from, to) to {@code counts}. */
  static void add(BitSequence bits, int from, int to, int patternBits, int[] counts) {
    int mask = counts.length - 1;
    int step = 64 - patternBits + 1;
    int at = from;
    for (; at + step <= to; at += step) {
      count(bits.word(at), step, mask, counts);
    }
    if (at < to) {
      count(bits.word(at), to - at, mask, counts);
    }
  }

  private static void count(long word, int windows, int mask, int[] counts) {
    long rest = word;
    for (int i = 0; i < windows; i++) {
      counts[(int) rest & mask]++;
      rest >>>= 1;
    }
  }

  /** Length of the patterns in bits. */
  int patternBits() {
    return Integer.numberOfTrailingZeros(counts.length);
  }

  /** Counts of the patterns one bit shorter. */
  PatternCounts shorter() {
    int half = counts.length / 2;
    int[] sums = Arrays.copyOf(counts, half);
    for (int i = 0; i < half; i++) {
      sums[i] += counts[half + i];
    }
    return new PatternCounts(sums, total);
  }

  /** Counts of the patterns of {@code patternBits}, not more than these have. */
  PatternCounts shortened(int patternBits) {
    PatternCounts at = this;
    while (at.patternBits() > patternBits) {
      at = at.shorter();
    }
    return at;
  }

  /** sum of squared counts. */
  double squares() {
    double sum = 0;
    for (int count : counts) {
      sum += (double) count * count;
    }
    return sum;
  }

  /** sum c ln (c/n) over the counts c above zero, n their total; rounding carried along. */
  double logarithms() {
    double sum = 0;
    double lost = 0;
    for (int count : counts) {
      if (count > 0) {
        double term = count * Math.log((double) count / total) - lost;
        double next = sum + term;
        lost = next - sum - term;
        sum = next;
      }
    }
    return sum;
  }
}
