package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.BitSequence;
import java.math.BigInteger;

/** A million bits of the binary expansions of pi, e and sqrt 2, integer part first. */
final class Expansions {
  private static final int BITS = 1_000_000;
  private static final int GUARD = 64;

  /** The bits of a constant by its name in the published tables. */
  static BitSequence of(String name) {
    BigInteger expansion =
        switch (name) {
          case "pi" -> pi(BITS - 2 + GUARD).shiftRight(GUARD);
          case "e" -> e(BITS - 2 + GUARD).shiftRight(GUARD);
          case "sqrt2" -> BigInteger.TWO.shiftLeft(2 * (BITS - 1)).sqrt();
          default -> throw new IllegalArgumentException("no expansion of " + name);
        };
    return bits(expansion);
  }

  private static BitSequence bits(BigInteger expansion) {
    long[] words = new long[(BITS + 63) / 64];
    for (int i = 0; i < BITS; i++) {
      if (expansion.testBit(BITS - 1 - i)) {
        words[i / 64] |= 1L << (i % 64);
      }
    }
    return BitSequence.of(words, BITS);
  }

  /** One stretch of a series, split in the middle: P/Q the ratio product, T/Q the sum. */
  private record Split(BigInteger p, BigInteger q, BigInteger t) {
    Split join(Split right) {
      return new Split(
          p.multiply(right.p), q.multiply(right.q), t.multiply(right.q).add(p.multiply(right.t)));
    }
  }

  /** Chudnovsky's series, 47 bits a term. */
  private static BigInteger pi(int fractionBits) {
    Split sum = chudnovsky(1, fractionBits / 47 + 2);
    BigInteger root = BigInteger.valueOf(10005).shiftLeft(2 * fractionBits).sqrt();
    BigInteger first = sum.q.multiply(BigInteger.valueOf(13_591_409));
    return sum.q.multiply(BigInteger.valueOf(426_880)).multiply(root).divide(first.add(sum.t));
  }

  private static Split chudnovsky(long from, long to) {
    if (to - from == 1) {
      BigInteger p =
          BigInteger.valueOf(-(6 * from - 5))
              .multiply(BigInteger.valueOf((2 * from - 1) * (6 * from - 1)));
      BigInteger q =
          BigInteger.valueOf(from).pow(3).multiply(BigInteger.valueOf(10_939_058_860_032_000L));
      BigInteger t = p.multiply(BigInteger.valueOf(13_591_409 + 545_140_134 * from));
      return new Split(p, q, t);
    }
    long middle = (from + to) / 2;
    return chudnovsky(from, middle).join(chudnovsky(middle, to));
  }

  /** 1 + sum of 1/k!. */
  private static BigInteger e(int fractionBits) {
    Split sum = factorials(1, 80_000);
    return sum.q.add(sum.t).shiftLeft(fractionBits).divide(sum.q);
  }

  private static Split factorials(long from, long to) {
    if (to - from == 1) {
      return new Split(BigInteger.ONE, BigInteger.valueOf(from), BigInteger.ONE);
    }
    long middle = (from + to) / 2;
    return factorials(from, middle).join(factorials(middle, to));
  }

  private Expansions() {}
}
