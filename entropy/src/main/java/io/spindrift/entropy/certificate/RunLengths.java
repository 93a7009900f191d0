package io.spindrift.entropy.certificate;

import io.spindrift.entropy.BitSequence;

/**
 * How many runs of equal bits there are of each length, beside the geometric law.
 *
 * <p>Of n fair independent bits the expected number of runs of exactly k equal bits, of zeros and
 * of ones together, is (n - k + 3) / 2^(k+1). Source: Menezes, van Oorschot, Vanstone, "Handbook of
 * Applied Cryptography" (1996), section 5.4.4(iv), for one kind of run. A run that goes on from one
 * added sequence into the next is one run.
 */
public final class RunLengths {
  /** Longest length that has a count of its own; longer runs are counted with it. */
  public static final int LONGEST = 40;

  private final long[] counts = new long[LONGEST + 1];
  private long bits;
  private long longest;
  private int current = -1;
  private long open;

  /** Adds bits that follow those added before. */
  public void add(BitSequence sequence) {
    int length = sequence.length();
    int at = 0;
    while (at < length) {
      int bit = sequence.bit(at);
      int run = runFrom(sequence, at, bit);
      if (bit == current) {
        open += run;
      } else {
        close();
        current = bit;
        open = run;
      }
      at += run;
    }
    bits += length;
  }

  private static int runFrom(BitSequence sequence, int start, int bit) {
    int at = start;
    while (at < sequence.length()) {
      long differing = bit == 1 ? ~sequence.word(at) : sequence.word(at);
      int same = Math.min(Long.numberOfTrailingZeros(differing), sequence.length() - at);
      at += same;
      if (same < 64) {
        break;
      }
    }
    return at - start;
  }

  private void close() {
    if (open > 0) {
      counts[(int) Math.min(open, LONGEST)]++;
      longest = Math.max(longest, open);
    }
  }

  /** Runs of exactly {@code length} bits, the one at the end included; of the longest, or more. */
  public long count(int length) {
    boolean atEnd = open > 0 && Math.min(open, LONGEST) == length;
    return counts[length] + (atEnd ? 1 : 0);
  }

  /** Length of the longest run. */
  public long longest() {
    return Math.max(longest, open);
  }

  /** Bits added. */
  public long bits() {
    return bits;
  }

  /**
   * Number of runs of {@code length} bits, below {@link #LONGEST}, that fair bits have on average.
   */
  public double expected(int length) {
    return Math.max(0, (bits - length + 3) * Math.pow(0.5, length + 1.0));
  }
}
