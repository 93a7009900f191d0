package io.spindrift.entropy;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.StreamKey;
import java.util.Arrays;

/** A finite sequence of bits under test, packed 64 to a word. */
public final class BitSequence {
  private final long[] words;
  private final int length;

  private BitSequence(long[] words, int length) {
    this.words = words;
    this.length = length;
  }

  /** Copies the first {@code length} bits of packed words. */
  public static BitSequence of(long[] words, int length) {
    Require.atLeast("sequence length", length, 1);
    long[] copy = Arrays.copyOf(words, PackedBits.wordsIn(words, length));
    PackedBits.clearSpare(copy, length);
    return new BitSequence(copy, length);
  }

  /** Draws one block of a source. */
  public static BitSequence draw(BitSource source, StreamKey key, int length) {
    Require.atLeast("sequence length", length, 1);
    long[] words = new long[PackedBits.words(length)];
    source.fill(key, words, length);
    return new BitSequence(words, length);
  }

  /** Reads a text of zeros and ones, first bit first. */
  public static BitSequence parse(String digits) {
    long[] words = new long[PackedBits.words(digits.length())];
    for (int i = 0; i < digits.length(); i++) {
      switch (digits.charAt(i)) {
        case '0' -> {}
        case '1' -> words[i / 64] |= 1L << (i % 64);
        default ->
            throw new IllegalArgumentException(
                "digits must be 0 or 1, but was " + digits.charAt(i) + " at position " + i);
      }
    }
    return of(words, digits.length());
  }

  /** Number of bits. */
  public int length() {
    return length;
  }

  /** Bit {@code i}, 0 or 1. */
  public int bit(int i) {
    return (int) (words[i >>> 6] >>> (i & 63)) & 1;
  }

  /** Ones in the sequence. */
  public int ones() {
    return ones(0, length);
  }

  /** Ones among the bits [from, to). */
  public int ones(int from, int to) {
    int ones = 0;
    for (int at = from; at < to; at += 64) {
      ones += Long.bitCount(word(at) & PackedBits.lowest(to - at));
    }
    return ones;
  }

  /** Positions i in [0, length - lag) at which bit i differs from bit i + lag. */
  public int differences(int lag) {
    int pairs = length - lag;
    int differences = 0;
    for (int at = 0; at < pairs; at += 64) {
      differences += Long.bitCount((word(at) ^ word(at + lag)) & PackedBits.lowest(pairs - at));
    }
    return differences;
  }

  /** The 64 bits from {@code position} on, the first one lowest; zeros beyond the end. */
  public long word(int position) {
    int index = position >>> 6;
    int shift = position & 63;
    long low = index < words.length ? words[index] >>> shift : 0;
    return shift == 0 || index + 1 >= words.length ? low : low | (words[index + 1] << (64 - shift));
  }
}
