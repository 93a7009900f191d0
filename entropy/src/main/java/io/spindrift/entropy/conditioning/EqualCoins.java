package io.spindrift.entropy.conditioning;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.RandomStream;

/**
 * Sixty-four coins of one probability at once: random fractions compared with it digit by digit.
 */
final class EqualCoins {
  /** The first 64 binary digits of a probability; 1 is rounded down by 2^-64. */
  static long threshold(double probability) {
    double p = Require.inRange("probability", probability, 0, 1, "");
    if (p == 1) {
      return -1L;
    }
    long upper = (long) (p * 0x1p32);
    return (upper << 32) | (long) ((p * 0x1p32 - upper) * 0x1p32);
  }

  /** Tosses 64 coins; a bit is 1 where the fraction is below the threshold. */
  static long toss(long threshold, RandomStream stream) {
    long digits = threshold;
    long undecided = -1L;
    long below = 0;
    while (digits != 0 && undecided != 0) {
      long fraction = stream.nextLong();
      long digit = digits >> 63;
      below |= undecided & digit & ~fraction;
      undecided &= ~(digit ^ fraction);
      digits <<= 1;
    }
    return below;
  }

  private EqualCoins() {}
}
