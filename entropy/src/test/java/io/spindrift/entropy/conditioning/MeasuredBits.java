package io.spindrift.entropy.conditioning;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.BitSource;
import io.spindrift.numerics.random.StreamKey;

/**
 * Share of ones and correlation of neighbours, counted in one drawn block.
 *
 * @param bits how many were drawn
 * @param share share of ones
 * @param correlation of neighbours
 */
record MeasuredBits(int bits, double share, double correlation) {
  static MeasuredBits of(BitSource source, StreamKey key, int bits) {
    BitSequence drawn = BitSequence.draw(source, key, bits);
    double share = (double) drawn.ones() / bits;
    double product = 1 - 2.0 * drawn.differences(1) / (bits - 1);
    double square = (2 * share - 1) * (2 * share - 1);
    return new MeasuredBits(bits, share, (product - square) / (1 - square));
  }

  /** Four standard errors of a share near one half of bits whose correlations fall off as rho^k. */
  static double fourErrors(int bits, double rho) {
    return 4 * 0.5 * Math.sqrt((1 + Math.abs(rho)) / (1 - Math.abs(rho)) / bits);
  }
}
