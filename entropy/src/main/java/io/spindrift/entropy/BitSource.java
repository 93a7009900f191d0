package io.spindrift.entropy;

import io.spindrift.numerics.random.StreamKey;

/** A source of random bits that fills blocks. Safe to use from any thread. */
public interface BitSource {
  /** What the source is, in a few words, for reports. */
  String name();

  /**
   * Fills the first {@code bitCount} bits of {@code words}; bit i is bit (i mod 64) of word i / 64,
   * and the unused upper bits of the last word become zero.
   *
   * <p>The block depends on {@code key} alone, never on blocks drawn before it or on threads.
   *
   * @throws IllegalArgumentException when {@code words} is too short
   */
  void fill(StreamKey key, long[] words, int bitCount);
}
