package io.spindrift.memory.array;

import io.spindrift.numerics.random.BernoulliCells;
import java.util.random.RandomGenerator;

/**
 * The first 16 binary digits of a probability, and what is left.
 *
 * <p>A cell flips when a uniform fraction U is below p. U's first 16 digits decide it unless they
 * equal those of p, one time in 65,536; then the cell flips with probability {@code rest = 2^16 p -
 * first}, which 64 further digits decide. Both parts are exact in binary arithmetic, so p is met to
 * 2^-80. For p = 1 all digits are ones and the rest is 1.
 */
final class FlipDigits {
  /** Digits that are compared for every cell. */
  static final int COUNT = 16;

  private static final double SCALE = 0x1p16;
  private static final int ALL = 0xFFFF;

  /** The first 16 digits as a number below 65,536. */
  static int first(double p) {
    return Math.min((int) (p * SCALE), ALL);
  }

  /** Probability to flip when U's first digits equal those of p. */
  static double rest(double p) {
    return p * SCALE - first(p);
  }

  /** Decides a cell whose first digits are equal. */
  static boolean flips(double p, RandomGenerator random) {
    return BernoulliCells.bits(rest(p), 1, random) == 1;
  }

  private FlipDigits() {}
}
