package io.spindrift.experiment.stage;

import io.spindrift.experiment.run.Table;
import java.util.stream.IntStream;

/** Autocorrelation of packed bits about their mean, lag by lag. */
final class Autocorrelation {
  /**
   * r(k) = (E[b_i b_(i+k)] - p^2) / (p (1 - p)) over all pairs, p the share of ones.
   *
   * @param words bits packed 64 to a word, lowest first
   * @param bitCount number of bits
   * @param lags largest lag
   */
  static Table table(long[] words, int bitCount, int lags) {
    double ones = 0;
    for (long word : words) {
      ones += Long.bitCount(word);
    }
    double p = ones / bitCount;
    double[] correlation =
        IntStream.rangeClosed(1, lags)
            .mapToDouble(
                lag -> (both(words, bitCount, lag) / (bitCount - lag) - p * p) / (p * (1 - p)))
            .toArray();
    return Table.named("autocorrelation")
        .wholes("lag", IntStream.rangeClosed(1, lags).asLongStream().toArray())
        .reals("correlation", correlation);
  }

  private static double both(long[] words, int bitCount, int lag) {
    long count = 0;
    for (int at = 0; at < bitCount - lag; at += 64) {
      int left = bitCount - lag - at;
      long mask = left >= 64 ? -1L : (1L << left) - 1;
      count += Long.bitCount(word(words, at) & word(words, at + lag) & mask);
    }
    return count;
  }

  private static long word(long[] words, int position) {
    int index = position >>> 6;
    int shift = position & 63;
    long low = words[index] >>> shift;
    return shift == 0 || index + 1 >= words.length ? low : low | words[index + 1] << (64 - shift);
  }

  private Autocorrelation() {}
}
