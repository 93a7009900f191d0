package io.spindrift.entropy.gaussian;

import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.PackedBits;
import io.spindrift.numerics.random.StreamKey;
import java.util.Objects;

/**
 * Consecutive slices of n bits of a source, one for each sample or half a sample.
 *
 * <p>Drawn in chunks; chunk j takes the bits of {@code key.at(j)}, so a shorter block is the
 * beginning of a longer one.
 */
final class WordSlices {
  private static final int CHUNK_BITS = 1 << 16;

  /** Turns the slices of a chunk into samples. */
  @FunctionalInterface
  interface Use {
    /** Writes {@code samples} samples made of {@code words} from {@code offset} on. */
    void samples(long[] words, int samples, float[] target, int offset);
  }

  /**
   * Fills a block of samples of {@code bits} bits each.
   *
   * @throws IndexOutOfBoundsException when the range does not lie in the array
   */
  static void fill(
      BitSource source, int bits, StreamKey key, float[] target, int offset, int length, Use use) {
    Objects.checkFromIndexSize(offset, length, target.length);
    int chunk = Math.max(64, CHUNK_BITS / bits & -64);
    long[] words = new long[PackedBits.words(Math.min(length, chunk) * bits)];
    for (int done = 0, j = 0; done < length; done += chunk, j++) {
      int samples = Math.min(chunk, length - done);
      source.fill(key.at(j), words, samples * bits);
      use.samples(words, samples, target, offset + done);
    }
  }

  /** The {@code bits} bits (1 to 64) from bit {@code start} on, the first one lowest. */
  static long at(long[] words, long start, int bits) {
    int word = (int) (start >>> 6);
    int shift = (int) (start & 63);
    long low = words[word] >>> shift;
    return (shift + bits <= 64 ? low : low | (words[word + 1] << (64 - shift)))
        & PackedBits.lowest(bits);
  }

  private WordSlices() {}
}
