package io.spindrift.entropy.conditioning;

import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.PackedBits;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.random.StreamKey;

/**
 * Fills a block through a rule that gives a varying number of bits.
 *
 * <p>Part c of the input is the block of {@code key.at(c)}; its length doubles from 1024 to 65,536
 * bits and does not depend on how many bits are asked for, so that a short block is the beginning
 * of a long one.
 *
 * @param asker the conditioner, named in a refusal
 * @param source where input comes from
 * @param unitBits input lengths are a multiple of this
 * @param leastRate output bits per input bit below which the source counts as stuck
 */
record Extraction(Conditioner asker, BitSource source, int unitBits, double leastRate) {
  /** A thousandth: what von Neumann's rule makes of a share of ones of 0.001. */
  static final double STUCK = 1.0 / 1024;

  private static final int FIRST_BITS = 1 << 10;
  private static final int DOUBLINGS = 6;

  /** A verdict on the source is passed after this many input bits. */
  private static final long PATIENCE_BITS = 1 << 20;

  /** From bits to fewer bits. */
  @FunctionalInterface
  interface Rule {
    /** Appends what the first {@code bitCount} bits of {@code input} yield. */
    void extract(long[] input, int bitCount, BitAppender output);
  }

  /** The longest part of the input, in bits. */
  int longestPart() {
    return part(DOUBLINGS);
  }

  /**
   * Fills {@code words} with {@code bitCount} bits.
   *
   * @throws UnusableInput when the source yields less than the least rate
   */
  void fill(Rule rule, StreamKey key, long[] words, int bitCount) {
    BitAppender output = new BitAppender(words, bitCount);
    long[] input = new long[PackedBits.words(longestPart())];
    long drawn = 0;
    for (int c = 0; !output.isFull(); c++) {
      int length = part(Math.min(c, DOUBLINGS));
      source.fill(key.at(c), input, length);
      rule.extract(input, length, output);
      drawn += length;
      if (drawn >= PATIENCE_BITS && output.size() < leastRate * drawn) {
        throw new UnusableInput(
            asker.name()
                + " must give at least one bit per 1024, but the first "
                + drawn
                + " gave "
                + output.size()
                + "; a source whose bits change, with a share of ones between 0.002 and 0.998,"
                + " would be accepted");
      }
    }
  }

  private int part(int doublings) {
    return Math.ceilDiv(FIRST_BITS << doublings, unitBits) * unitBits;
  }
}
