package io.spindrift.entropy.sp80090b.estimate;

import java.util.Optional;

/**
 * How often tuples of every length repeat in a sequence; places overlap.
 *
 * <p>Counts of the most common tuple below {@link #CUTOFF} may be understated: nobody needs them.
 */
final class RepeatedTuples {
  /** A tuple that occurs this often counts as common; SP 800-90B, section 6.3.5, step 1. */
  static final int CUTOFF = 35;

  private static final int SHORT = 1 << 12;

  private final int[] most;
  private final long[] pairs;
  private final int longest;

  /**
   * Counts by length.
   *
   * @param most count of the most common tuple, index 0 unused
   * @param pairs pairs of places with equal tuples, index 0 unused; zero at the end
   */
  RepeatedTuples(int[] most, long[] pairs) {
    this.most = most;
    this.pairs = pairs;
    int last = pairs.length - 1;
    while (last > 0 && pairs[last] == 0) {
      last--;
    }
    longest = last;
  }

  /** Counts the tuples of a sample: by windows where those suffice, else by sorting suffixes. */
  static RepeatedTuples of(Sample sample) {
    if (sample.length() >= SHORT) {
      Optional<RepeatedTuples> counted = new WindowBuckets(sample).count();
      if (counted.isPresent()) {
        return counted.get();
      }
    }
    return bySuffixes(sample);
  }

  /** Counts from the common prefixes of neighbours among the sorted suffixes; always right. */
  static RepeatedTuples bySuffixes(Sample sample) {
    int[] common = SuffixOrder.commonPrefixes(sample);
    int longest = 0;
    for (int length : common) {
      longest = Math.max(longest, length);
    }
    PrefixIntervals intervals = new PrefixIntervals(longest);
    intervals.add(common, common.length, 0);
    return intervals.repeats();
  }

  /** Length of the longest tuple that occurs at least {@code count} times, 0 when none does. */
  int longestAtLeast(int count) {
    int length = 0;
    while (length + 1 < most.length && most[length + 1] >= count) {
      length++;
    }
    return length;
  }

  /** Count of the most common tuple of {@code length} symbols. */
  int most(int length) {
    return most[length];
  }

  /** Pairs of places with the same {@code length} symbols. */
  long pairs(int length) {
    return pairs[length];
  }

  /** Length of the longest repeated substring, 0 when no symbol repeats. */
  int longest() {
    return longest;
  }
}
