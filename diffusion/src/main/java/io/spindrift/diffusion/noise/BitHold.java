package io.spindrift.diffusion.noise;

/**
 * Bits that hold the value of the bit before them: independent bits made into a Markov chain.
 *
 * <p>Bit i becomes x_i = h_i ? x_(i-1) : b_i. Where the holds h are independent with probability
 * rho and the bits b independent with P(1) = p, x is the stationary two-state chain with P(1) = p
 * and correlation rho: it moves from 0 to 1 with (1 - rho) p and from 1 to 0 with (1 - rho) (1 -
 * p).
 *
 * <p>Within a word all 64 bits are found by one addition. A held bit is a position that propagates
 * a carry, a one that is not held generates one, and x_i is the carry out of position i: with g = b
 * and not h, the sum (g or h) + g + x_(-1) carries into position i exactly when x_(i-1) is 1.
 */
final class BitHold {
  /** Holds bits of whole words in place; the first bit has none before it and is never held. */
  static void apply(long[] words, long[] held, int count) {
    long before = 0;
    for (int w = 0; w < count; w++) {
      long hold = w == 0 ? held[w] & ~1L : held[w];
      long fresh = words[w] & ~hold;
      long sum = (fresh | hold) + fresh + before;
      long carriedIn = sum ^ hold;
      long kept = fresh | (hold & carriedIn);
      words[w] = kept;
      before = kept >>> 63;
    }
  }

  private BitHold() {}
}
