package io.spindrift.entropy.conditioning;

import io.spindrift.entropy.PackedBits;
import java.util.Arrays;

/** Packs groups of up to 64 bits one after another; what does not fit is dropped. */
final class BitAppender {
  private final long[] words;
  private final int capacity;
  private int size;

  /** Appends from the beginning of {@code words}, up to {@code capacity} bits. */
  BitAppender(long[] words, int capacity) {
    this.words = words;
    this.capacity = capacity;
    Arrays.fill(words, 0, PackedBits.wordsIn(words, capacity), 0);
  }

  /** Appends the lowest {@code count} bits; the bits above them must be zero. */
  void append(long bits, int count) {
    int take = Math.min(count, capacity - size);
    if (take <= 0) {
      return;
    }
    long kept = take == count ? bits : bits & PackedBits.lowest(take);
    int word = size >>> 6;
    int shift = size & 63;
    words[word] |= kept << shift;
    if (shift + take > 64) {
      words[word + 1] = kept >>> (64 - shift);
    }
    size += take;
  }

  /** Appends the first {@code count} bits of packed words whose spare bits are zero. */
  void append(long[] bits, int count) {
    for (int at = 0; at < count; at += 64) {
      append(bits[at >>> 6], Math.min(64, count - at));
    }
  }

  /** Bits appended so far. */
  int size() {
    return size;
  }

  /** Whether nothing more fits. */
  boolean isFull() {
    return size == capacity;
  }
}
