package io.spindrift.entropy.gaussian;

import io.spindrift.entropy.BitSource;
import io.spindrift.numerics.random.StreamKey;

/**
 * Bits of a source taken in turn, as many as a method happens to need.
 *
 * <p>Segment s of 4096 bits is drawn with {@code key.at(s)} when it is reached.
 */
final class BitTape {
  private static final int SEGMENT_WORDS = 64;

  private final BitSource source;
  private final StreamKey key;
  private final long[] words = new long[SEGMENT_WORDS];
  private int word = SEGMENT_WORDS;
  private int segment;
  private long left;
  private int leftBits;

  BitTape(BitSource source, StreamKey key) {
    this.source = source;
    this.key = key;
  }

  /**
   * Tosses a coin of P(true) = threshold / 2^bits out of fair bits.
   *
   * <p>The bits are compared with the binary expansion of the threshold, most significant first,
   * and the first that differs decides: true when it is the smaller. Beyond the last one of the
   * expansion nothing can be smaller, so an expansion of L digits takes 2 - 2^(1-L) bits on
   * average.
   *
   * @param expansion the threshold, its most significant of {@code digits} digits lowest
   * @param digits L, 1 to 63, the last of which is 1
   */
  boolean below(long expansion, int digits) {
    int remaining = digits;
    long expected = expansion;
    while (true) {
      if (leftBits == 0) {
        refill();
      }
      int common = Math.min(Long.numberOfTrailingZeros(left ^ expected), remaining);
      if (common < leftBits) {
        if (common == remaining) {
          take(common);
          return false;
        }
        boolean smaller = ((expected >>> common) & 1) == 1;
        take(common + 1);
        return smaller;
      }
      int equal = leftBits;
      remaining -= equal;
      expected >>>= equal;
      leftBits = 0;
      if (remaining == 0) {
        return false;
      }
    }
  }

  private void take(int bits) {
    leftBits -= bits;
    left = leftBits == 0 ? 0 : left >>> bits;
  }

  private void refill() {
    if (word == SEGMENT_WORDS) {
      source.fill(key.at(segment++), words, SEGMENT_WORDS * 64);
      word = 0;
    }
    left = words[word++];
    leftBits = 64;
  }
}
