package io.spindrift.entropy.sp80090b.iid;

import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The symbols of a sample in some order, and for two different symbols the eights into which
 * conversions I and II of SP 800-90B, section 5.1, turn them. Not thread-safe.
 */
final class Arrangement {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;

  /** Brings bit 8 i of a word to bit 63 - i: the first symbol becomes the most significant bit. */
  private static final long FIRST_SYMBOL_HIGHEST = 0x8040201008040201L;

  private final ExaminedSample sample;
  private final byte[] symbols;
  private final byte[] counts;
  private final byte[] numbers;
  private final ScatteredOnes ones;

  /** The sample in the order in which it came. */
  Arrangement(ExaminedSample sample) {
    this.sample = sample;
    this.symbols = sample.values().clone();
    int eights = sample.binary() ? (symbols.length + 7) / 8 : 0;
    this.counts = new byte[eights];
    this.numbers = new byte[eights];
    this.ones = new ScatteredOnes(sample.binary() ? symbols.length : 0, sample.total());
    convert();
  }

  /** What no shuffle changes. */
  ExaminedSample sample() {
    return sample;
  }

  /** The symbols, 0 and 1 when there are two. */
  byte[] symbols() {
    return symbols;
  }

  /** Conversion I: the ones in each eight of two symbols; the symbols themselves when more. */
  byte[] eightsCounted() {
    return sample.binary() ? counts : symbols;
  }

  /** Conversion II: each eight of two symbols as a number; the symbols themselves when more. */
  byte[] eightsAsNumbers() {
    return sample.binary() ? numbers : symbols;
  }

  /**
   * Orders the sample anew, each order equally likely, whatever the present one. Two symbols are
   * scattered by words of bits ({@link ScatteredOnes}), more by Fisher and Yates' shuffle.
   */
  void shuffle(StreamKey key) {
    RandomStream stream = key.open();
    if (sample.binary()) {
      ones.fill(stream, symbols);
    } else {
      exchange(stream);
    }
    convert();
  }

  /**
   * Fisher and Yates' shuffle of the order in which the sample came, two bounded draws from each
   * random word (Lemire, "Fast random integer generation in an interval", ACM TOMACS 29 (2019), so
   * that no index is favoured).
   */
  private void exchange(RandomStream stream) {
    System.arraycopy(sample.values(), 0, symbols, 0, symbols.length);
    int last = symbols.length - 1;
    for (; last >= 2; last -= 2) {
      long word = stream.nextLong();
      swap(symbols, last, bounded(word & 0xFFFF_FFFFL, last + 1, stream));
      swap(symbols, last - 1, bounded(word >>> 32, last, stream));
    }
    if (last == 1) {
      swap(symbols, 1, bounded(stream.nextLong() >>> 32, 2, stream));
    }
  }

  private static void swap(byte[] symbols, int first, int second) {
    byte kept = symbols[first];
    symbols[first] = symbols[second];
    symbols[second] = kept;
  }

  /** A whole number in [0, bound) from 32 random bits, more drawn in the rare unfair case. */
  private static int bounded(long bits, int bound, RandomStream stream) {
    long product = bits * bound;
    if ((product & 0xFFFF_FFFFL) < bound) {
      long unfair = (1L << 32) % bound;
      while ((product & 0xFFFF_FFFFL) < unfair) {
        product = (stream.nextLong() >>> 32) * bound;
      }
    }
    return (int) (product >>> 32);
  }

  private void convert() {
    int whole = symbols.length / 8;
    for (int i = 0; i < Math.min(whole, counts.length); i++) {
      long eight = (long) LONGS.get(symbols, 8 * i);
      counts[i] = (byte) ((eight * ONES) >>> 56);
      numbers[i] = (byte) ((eight * FIRST_SYMBOL_HIGHEST) >>> 56);
    }
    if (whole < counts.length) {
      int ones = 0;
      int number = 0;
      for (int i = 8 * whole; i < symbols.length; i++) {
        ones += symbols[i];
        number |= symbols[i] << (7 - i % 8);
      }
      counts[whole] = (byte) ones;
      numbers[whole] = (byte) number;
    }
  }
}
