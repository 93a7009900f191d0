package io.spindrift.experiment.stage;

import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.util.Arrays;

/** What is written into an array, row by row. */
@FunctionalInterface
public interface StoredPattern {
  /** Every cell P. */
  StoredPattern ZEROS = (row, words) -> Arrays.fill(words, 0);

  /** Every cell AP. */
  StoredPattern ONES = (row, words) -> Arrays.fill(words, -1L);

  /** Neighbours differ in both directions; row 0 begins with P. */
  StoredPattern CHECKERBOARD =
      (row, words) -> Arrays.fill(words, row % 2 == 0 ? 0xAAAAAAAAAAAAAAAAL : 0x5555555555555555L);

  /** Independent fair bits, row by row from {@code key}. */
  static StoredPattern random(StreamKey key) {
    return (row, words) -> {
      RandomStream random = key.at(row).open();
      for (int i = 0; i < words.length; i++) {
        words[i] = random.nextLong();
      }
    };
  }

  /** The bits of {@code bytes}, the highest of each byte first, again and again. */
  static StoredPattern of(byte[] bytes) {
    if (bytes.length == 0) {
      throw new IllegalArgumentException("bits to store must be at least 8, but were none");
    }
    byte[] copy = bytes.clone();
    return (row, words) -> {
      long first = (long) row * words.length * Long.BYTES;
      for (int i = 0; i < words.length; i++) {
        long word = 0;
        for (int b = 0; b < Long.BYTES; b++) {
          long octet = copy[(int) ((first + (long) i * Long.BYTES + b) % copy.length)] & 0xFF;
          word |= octet << (Byte.SIZE * b);
        }
        // The highest bit of a byte is the first cell, which is the lowest bit of a word.
        words[i] = Long.reverseBytes(Long.reverse(word));
      }
    };
  }

  /** Sets the packed cells of one row. */
  void fill(int row, long[] words);
}
