package io.spindrift.entropy.sp80090b.estimate;

import java.util.Arrays;

/**
 * Tuple counts from the common prefixes of neighbours in sorted order.
 *
 * <p>Places that share a tuple of W symbols are neighbours, and every common prefix between them is
 * at least W: the counts are the sizes of such intervals. A stack walks through all of them at
 * once.
 */
final class PrefixIntervals {
  private final int[] most;

  /** Pairs by exact length of their common prefix; the sum from W on is the pairs of length W. */
  private final long[] exact;

  private int[] heights = new int[64];
  private int[] starts = new int[64];

  /** Room for common prefixes up to {@code longest}. */
  PrefixIntervals(int longest) {
    most = new int[longest + 2];
    exact = new long[longest + 2];
  }

  /**
   * Adds one sorted run.
   *
   * @param common common[j] is the common prefix of the places j - 1 and j; common[0] is not read
   * @param places number of places
   * @param base length that all of them share; only longer tuples are counted
   */
  void add(int[] common, int places, int base) {
    int depth = 0;
    for (int j = 1; j <= places; j++) {
      int height = j < places ? common[j] : base;
      int start = j - 1;
      while (depth > 0 && heights[depth - 1] > height) {
        depth--;
        start = starts[depth];
        int parent = Math.max(height, depth > 0 ? heights[depth - 1] : base);
        close(heights[depth], parent, j - start);
      }
      if (height > (depth > 0 ? heights[depth - 1] : base)) {
        if (depth == heights.length) {
          grow();
        }
        heights[depth] = height;
        starts[depth++] = start;
      }
    }
  }

  /** Adds pairs of places whose common prefix has exactly this length. */
  void addPairs(int length, long pairs) {
    exact[length] += pairs;
  }

  private void close(int height, int parent, int size) {
    most[height] = Math.max(most[height], size);
    long pairs = size * (size - 1L) / 2;
    exact[height] += pairs;
    exact[parent] -= pairs;
  }

  private void grow() {
    heights = Arrays.copyOf(heights, 2 * heights.length);
    starts = Arrays.copyOf(starts, 2 * starts.length);
  }

  /** All counts. */
  RepeatedTuples repeats() {
    return repeats(new int[1], new long[1]);
  }

  /**
   * All counts, of which the first are known already.
   *
   * @param shortMost counts of the most common tuple of the lengths below this array's length
   * @param shortPairs pairs of the same lengths
   */
  RepeatedTuples repeats(int[] shortMost, long[] shortPairs) {
    for (int length = most.length - 2; length > 0; length--) {
      most[length] = Math.max(most[length], most[length + 1]);
      exact[length] += exact[length + 1];
    }
    System.arraycopy(shortMost, 0, most, 0, shortMost.length);
    System.arraycopy(shortPairs, 0, exact, 0, shortPairs.length);
    return new RepeatedTuples(most, exact);
  }
}
