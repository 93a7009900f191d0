package io.spindrift.entropy.sp80090b.iid;

import io.spindrift.numerics.random.RandomStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Zeros and ones in random order, every order of a given number of ones equally likely, 64 at a
 * time.
 *
 * <p>Bits are drawn independently, each one with probability p close to the wanted share; then
 * places are drawn uniformly, and a surplus bit found there is turned over, until the number of
 * ones is the wanted one. No step looks at a place other than by drawing it, so that the law of the
 * result is the same for all orders of the places: uniform over the orders, whatever p is. p is
 * rounded to 16 binary digits; the share is missed by some n / 2^17 and the binomial deviation, so
 * that of a million places a few thousand are drawn and not a million.
 *
 * <p>Not thread-safe.
 */
final class ScatteredOnes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int DIGITS = 16;
  private static final long ONES = 0x0101010101010101L;
  private static final long DIAGONAL = 0x8040201008040201L;
  private static final long LOW_SEVEN = 0x7F7F7F7F7F7F7F7FL;

  private final long[] words;
  private final int length;
  private final long ones;

  /** Orders of {@code length} bits of which {@code ones} are one. */
  ScatteredOnes(int length, long ones) {
    this.words = new long[(length + 63) / 64];
    this.length = length;
    this.ones = ones;
  }

  /** Sets the bits, one to a byte. */
  void fill(RandomStream stream, byte[] bits) {
    long found = draw(stream);
    while (found != ones) {
      int place = stream.nextInt(length);
      long bit = 1L << place;
      boolean one = (words[place >>> 6] & bit) != 0;
      if (one == (found > ones)) {
        words[place >>> 6] ^= bit;
        found += one ? -1 : 1;
      }
    }
    spread(bits);
  }

  /**
   * Draws independent bits and returns how many are one. Comparing p, digit by digit from the last,
   * with a random word per digit leaves a one with probability p in each of 64 places.
   */
  private long draw(RandomStream stream) {
    int p = (int) Math.round((double) ones / length * (1 << DIGITS));
    int last = p == 0 ? DIGITS : Integer.numberOfTrailingZeros(p);
    long found = 0;
    for (int w = 0; w < words.length; w++) {
      long word = p == 1 << DIGITS ? -1 : 0;
      for (int digit = last; digit < DIGITS; digit++) {
        long random = stream.nextLong();
        word = ((p >>> digit) & 1) == 1 ? word | random : word & random;
      }
      words[w] = word;
    }
    if ((length & 63) != 0) {
      words[words.length - 1] &= (1L << length) - 1;
    }
    for (long word : words) {
      found += Long.bitCount(word);
    }
    return found;
  }

  private void spread(byte[] bits) {
    int eights = length / 8;
    for (int i = 0; i < eights; i++) {
      long eight = (words[i >>> 3] >>> (8 * (i & 7))) & 0xFF;
      long apart = (eight * ONES) & DIAGONAL;
      LONGS.set(bits, 8 * i, ((apart + LOW_SEVEN) >>> 7) & ONES);
    }
    for (int i = 8 * eights; i < length; i++) {
      bits[i] = (byte) ((words[i >>> 6] >>> i) & 1);
    }
  }
}
