package io.spindrift.memory.gaussian;

import io.spindrift.numerics.Require;

/**
 * The noise of one step: the count of {@code coins} coins, added from bit {@code shift} on.
 *
 * @param coins coins per number k
 * @param shift place s: one coin is worth 2^s units of the lowest bit
 */
public record NoiseDose(int coins, int shift) {
  /** Most coins of one step. */
  public static final int MOST_COINS = 4096;

  /** Checks the ranges. */
  public NoiseDose {
    Require.inRange("coins", coins, 0, MOST_COINS);
    Require.inRange("shift", shift, 0, FixedPoint.MOST_BITS - 1);
  }

  /** What one coin is worth in units of the lowest bit. */
  public long worth() {
    return 1L << shift;
  }

  /** Bits that the count takes: floor(log2 k) + 1, none without coins. */
  public int countBits() {
    return 32 - Integer.numberOfLeadingZeros(coins);
  }
}
