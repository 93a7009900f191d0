package io.spindrift.entropy.sp80090b.estimate;

import io.spindrift.entropy.sp80090b.Symbols;
import org.jspecify.annotations.Nullable;

/**
 * A sequence prepared once for all estimators.
 *
 * <p>Symbols are renumbered 0, 1, ... without gaps in their order, as in the reference tool; at
 * most two different symbols are packed as bits, the first into the lowest bit of the first word.
 */
public final class Sample {
  private final byte[] symbols;
  private final long[] words;
  private final int length;
  private final int alphabet;
  private @Nullable RepeatedTuples repeats;

  private Sample(byte[] symbols, long[] words, int length, int alphabet) {
    this.symbols = symbols;
    this.words = words;
    this.length = length;
    this.alphabet = alphabet;
  }

  /** The symbols as they are. */
  public static Sample literal(Symbols symbols) {
    byte[] values = symbols.values();
    byte[] number = new byte[256];
    int alphabet = number(values, number);
    byte[] renumbered = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      renumbered[i] = number[values[i] & 0xFF];
    }
    return alphabet > 2
        ? new Sample(renumbered, new long[0], values.length, alphabet)
        : new Sample(new byte[0], pack(renumbered, 1), values.length, 2);
  }

  /** The bits of the symbols, the most significant bit of each first. */
  public static Sample bits(Symbols symbols) {
    int width = symbols.bitsPerSymbol();
    return new Sample(
        new byte[0], pack(symbols.values(), width), Math.multiplyExact(symbols.length(), width), 2);
  }

  private static int number(byte[] values, byte[] number) {
    boolean[] present = new boolean[256];
    for (byte value : values) {
      present[value & 0xFF] = true;
    }
    int alphabet = 0;
    for (int value = 0; value < 256; value++) {
      if (present[value]) {
        number[value] = (byte) alphabet++;
      }
    }
    return alphabet;
  }

  private static long[] pack(byte[] values, int width) {
    long[] words = new long[Math.ceilDiv(Math.multiplyExact(values.length, width), 64)];
    long word = 0;
    int filled = 0;
    int at = 0;
    for (byte value : values) {
      long mirrored = (Integer.reverse(value) >>> (32 - width)) & 0xFFL;
      word |= mirrored << filled;
      filled += width;
      if (filled >= 64) {
        words[at++] = word;
        filled -= 64;
        word = mirrored >>> (width - filled);
      }
    }
    if (filled > 0) {
      words[at] = word;
    }
    return words;
  }

  /** Number of symbols, L. */
  public int length() {
    return length;
  }

  /** Number of different symbols, k; 2 for bits even when all are equal. */
  public int alphabet() {
    return alphabet;
  }

  /** Whether the sequence is held as bits. */
  public boolean binary() {
    return alphabet == 2;
  }

  /** Renumbered symbols; empty for bits. Not a copy. */
  byte[] symbols() {
    return symbols;
  }

  /** Packed bits, zeros beyond the end; empty unless binary. Not a copy. */
  long[] words() {
    return words;
  }

  /** Symbol {@code i}, 0 to k - 1. */
  int symbol(int i) {
    return binary() ? (int) (words[i >>> 6] >>> i) & 1 : symbols[i] & 0xFF;
  }

  /** The 64 bits from {@code position} on; zeros before the beginning and beyond the end. */
  long window(int position) {
    int index = position >> 6;
    long low = wordOrZero(index) >>> position;
    return (position & 63) == 0 ? low : low | (wordOrZero(index + 1) << -position);
  }

  private long wordOrZero(int index) {
    return index < 0 || index >= words.length ? 0 : words[index];
  }

  /** How often tuples of every length repeat; computed once. */
  synchronized RepeatedTuples repeats() {
    RepeatedTuples known = repeats;
    if (known == null) {
      known = RepeatedTuples.of(this);
      repeats = known;
    }
    return known;
  }
}
