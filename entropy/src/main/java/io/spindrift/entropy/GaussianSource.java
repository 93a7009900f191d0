package io.spindrift.entropy;

import io.spindrift.numerics.random.StreamKey;

/** A source of samples meant to be standard normal. Safe to use from any thread. */
public interface GaussianSource {
  /** What the source is, in a few words, for reports. */
  String name();

  /** Largest magnitude that a sample can take, in standard deviations. */
  double reachSigma();

  /**
   * Fills {@code target[offset .. offset + length)}. The block depends on {@code key} alone.
   *
   * @throws IndexOutOfBoundsException when the range does not lie in the array
   */
  void fill(StreamKey key, float[] target, int offset, int length);
}
