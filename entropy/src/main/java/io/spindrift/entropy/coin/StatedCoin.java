package io.spindrift.entropy.coin;

import io.spindrift.entropy.BitSource;

/**
 * A source of bits that states its own statistics exactly, over all blocks of all keys.
 *
 * <p>With b_i bit i of a block, means are taken over the keys and over the positions i; where the
 * bits come from many cells that is a mean over the cells.
 */
public interface StatedCoin extends BitSource {
  /** P(1) = mean of b_i, the expected share of ones. */
  double probabilityOfOne();

  /**
   * The correlation of bits that lie {@code lag} apart, (mean of b_i b_{i+lag} - P^2) / (P - P^2)
   * with P = P(1); zero when P is 0 or 1. Differences from cell to cell count as correlation.
   *
   * @throws IllegalArgumentException when the lag is below 1
   */
  double correlation(int lag);

  /** The correlation that belongs to a mean product of two bits; zero when P is 0 or 1. */
  static double correlation(double meanProduct, double probabilityOfOne) {
    double variance = probabilityOfOne * (1 - probabilityOfOne);
    return variance == 0 ? 0 : (meanProduct - probabilityOfOne * probabilityOfOne) / variance;
  }
}
