package io.spindrift.entropy.sp80090b.estimate;

import java.util.Arrays;
import java.util.Optional;

/**
 * Counts repeated tuples without sorting all suffixes.
 *
 * <p>Places are dealt into buckets by their first symbols. The sizes of the buckets, folded
 * together, count all tuples up to that length; longer ones are counted inside each bucket, by
 * comparing all pairs in a small one and by sorting a large one. That is enough when no two places
 * agree on a full window, as in any data without long repeats; otherwise {@link #count} says so by
 * its absence.
 */
final class WindowBuckets {
  private static final int CHUNK = 1 << 12;
  private static final int MOST_BUCKET_BITS = 21;

  /** Below the cutoff, so that no tuple of a small bucket is common. */
  private static final int SMALL = RepeatedTuples.CUTOFF - 1;

  private final Sample sample;
  private final WindowKeys keys;
  private final int width;
  private final int bucketSymbols;
  private final int bucketBits;
  private final int coarseBits;
  private final int places;
  private final int[] sizes;
  private final PrefixIntervals intervals;

  /** Pairs in small buckets by the number of bits on which their keys agree. */
  private final long[] agreeing = new long[65];

  private int[] common = new int[64];
  private boolean deep;

  WindowBuckets(Sample sample) {
    this.sample = sample;
    keys = new WindowKeys(sample);
    width = keys.width();
    double bits = Math.log(sample.length()) / Math.log(2);
    int wanted = Math.max(1, (int) Math.round(bits / width));
    bucketSymbols = Math.max(1, Math.min(wanted, MOST_BUCKET_BITS / width));
    bucketBits = bucketSymbols * width;
    coarseBits = bucketBits / 2;
    places = sample.length() - bucketSymbols + 1;
    sizes = new int[1 << bucketBits];
    intervals = new PrefixIntervals(keys.symbols());
  }

  /** All counts, or nothing when two places agree on a full window. */
  Optional<RepeatedTuples> count() {
    int[] starts = coarseStarts();
    long[] dealt = deal(starts);
    int coarse = 1 << coarseBits;
    int largest = 0;
    for (int i = 0; i < coarse; i++) {
      largest = Math.max(largest, starts[i + 1] - starts[i]);
    }
    long[] part = new long[largest];
    for (int i = 0; i < coarse && !deep && agreeing[64] == 0; i++) {
      countPart(dealt, starts[i], starts[i + 1], i, part);
    }
    return deep || agreeing[64] > 0 ? Optional.empty() : Optional.of(collect());
  }

  private int[] coarseStarts() {
    int[] starts = new int[(1 << coarseBits) + 1];
    long[] chunk = new long[CHUNK];
    for (int from = 0; from < places; from += CHUNK) {
      keys.fill(chunk, from, CHUNK);
      tally(chunk, Math.min(CHUNK, places - from), starts);
    }
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    return starts;
  }

  private void tally(long[] chunk, int count, int[] starts) {
    int shift = 64 - coarseBits;
    for (int i = 0; i < count; i++) {
      starts[(int) (chunk[i] >>> shift) + 1]++;
    }
  }

  private long[] deal(int[] starts) {
    long[] dealt = new long[places];
    int[] next = starts.clone();
    long[] chunk = new long[CHUNK];
    for (int from = 0; from < places; from += CHUNK) {
      keys.fill(chunk, from, CHUNK);
      scatter(chunk, 0, Math.min(CHUNK, places - from), 64 - coarseBits, -1, next, dealt);
    }
    return dealt;
  }

  private static void scatter(
      long[] source, int from, int to, int shift, int mask, int[] next, long[] target) {
    for (int i = from; i < to; i++) {
      int bucket = (int) (source[i] >>> shift) & mask;
      target[next[bucket]++] = source[i];
    }
  }

  private void countPart(long[] dealt, int from, int to, int coarse, long[] part) {
    int fineBits = bucketBits - coarseBits;
    int shift = 64 - bucketBits;
    int mask = (1 << fineBits) - 1;
    int base = coarse << fineBits;
    tallyFine(dealt, from, to, base, mask);
    int[] next = fineStarts(base, mask + 1);
    scatter(dealt, from, to, shift, mask, next, part);
    countBuckets(part, next);
  }

  private void tallyFine(long[] dealt, int from, int to, int base, int mask) {
    int shift = 64 - bucketBits;
    for (int i = from; i < to; i++) {
      sizes[base + ((int) (dealt[i] >>> shift) & mask)]++;
    }
  }

  private int[] fineStarts(int base, int buckets) {
    int[] starts = new int[buckets];
    for (int i = 1; i < buckets; i++) {
      starts[i] = starts[i - 1] + sizes[base + i - 1];
    }
    return starts;
  }

  private void countBuckets(long[] part, int[] ends) {
    int start = 0;
    for (int end : ends) {
      if (end - start > 1) {
        countBucket(part, start, end);
      }
      start = end;
    }
  }

  private void countBucket(long[] part, int from, int to) {
    if (to - from <= SMALL && allFull(part, from, to)) {
      comparePairs(part, from, to);
    } else {
      sortBucket(part, from, to);
    }
  }

  private boolean allFull(long[] part, int from, int to) {
    int full = keys.symbols();
    for (int i = from; i < to; i++) {
      if (WindowKeys.present(part[i]) != full) {
        return false;
      }
    }
    return true;
  }

  private void comparePairs(long[] part, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      long key = part[i];
      for (int j = from; j < i; j++) {
        agreeing[Long.numberOfLeadingZeros(key ^ part[j])]++;
      }
    }
  }

  private void sortBucket(long[] part, int from, int to) {
    Arrays.sort(part, from, to);
    int count = to - from;
    if (common.length < count) {
      common = new int[Math.max(count, 2 * common.length)];
    }
    int full = keys.symbols();
    for (int i = 1; i < count; i++) {
      long low = part[from + i - 1];
      long high = part[from + i];
      int present = Math.min(WindowKeys.present(low), WindowKeys.present(high));
      common[i] = Math.min(present, Long.numberOfLeadingZeros(low ^ high) / width);
      if (common[i] >= full) {
        deep = true;
        return;
      }
    }
    intervals.add(common, count, bucketSymbols);
  }

  private RepeatedTuples collect() {
    for (int bits = 0; bits < 64; bits++) {
      if (agreeing[bits] > 0) {
        intervals.addPairs(bits / width, agreeing[bits]);
      }
    }
    int[] most = new int[bucketSymbols + 1];
    long[] pairs = new long[bucketSymbols + 1];
    for (int length = bucketSymbols; length > 0; length--) {
      int tuples = 1 << (length * width);
      most[length] = largest(tuples);
      pairs[length] = pairs(tuples);
      fold(tuples >>> width);
      if (length > 1) {
        sizes[tupleAt(sample.length() - length + 1, length - 1)]++;
      }
    }
    return intervals.repeats(most, pairs);
  }

  private int largest(int tuples) {
    int largest = 0;
    for (int i = 0; i < tuples; i++) {
      largest = Math.max(largest, sizes[i]);
    }
    return largest;
  }

  private long pairs(int tuples) {
    long pairs = 0;
    for (int i = 0; i < tuples; i++) {
      pairs += sizes[i] * (sizes[i] - 1L) / 2;
    }
    return pairs;
  }

  /** Makes counts of tuples into those of tuples one symbol shorter. */
  private void fold(int shorter) {
    for (int i = 0; i < shorter; i++) {
      int sum = 0;
      for (int j = i << width; j < (i + 1) << width; j++) {
        sum += sizes[j];
      }
      sizes[i] = sum;
    }
  }

  private int tupleAt(int place, int length) {
    int tuple = 0;
    for (int i = place; i < place + length; i++) {
      tuple = (tuple << width) | sample.symbol(i);
    }
    return tuple;
  }
}
