package io.spindrift.memory.process;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.PackedBits;
import io.spindrift.numerics.Require;

/** Rows of bits put end to end without gaps. */
final class BitTail {
  private final long[] words;
  private int length;

  /** Room for so many bits. */
  BitTail(long most) {
    Require.inRange("bits", most, 1, Integer.MAX_VALUE - 64, "");
    this.words = new long[PackedBits.words((int) most)];
  }

  /** Appends the first bits of packed words. */
  void append(long[] row, int count) {
    for (int at = 0; at < count; at += 64) {
      int size = Math.min(64, count - at);
      long bits = row[at / 64] & PackedBits.lowest(size);
      int shift = length % 64;
      words[length / 64] |= bits << shift;
      if (shift + size > 64) {
        words[length / 64 + 1] |= bits >>> (64 - shift);
      }
      length += size;
    }
  }

  BitSequence sequence() {
    return BitSequence.of(words, length);
  }
}
