package io.spindrift.entropy.coin;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.entropy.BitSequence;
import io.spindrift.numerics.random.StreamKey;

/**
 * Compares what a coin states with what it draws, over 400 independent blocks.
 *
 * <p>Over pairs of bits {@code lag} apart, the share of ones and the share of unequal pairs, which
 * is 2 (P - P^2) (1 - correlation) on average, must lie within 5 standard errors. The error is
 * taken from the blocks, so it holds however the bits of a block depend on each other: a false
 * alarm in 1.7 million checks.
 */
final class CoinMeasurement {
  private static final int BLOCKS = 400;
  private static final double SIGMAS = 5;

  /**
   * Fails when share or correlations are off.
   *
   * @param positions pairs of a block, a multiple of every period of the coin's statistics
   * @param resolved a correlation that the measurement must be able to tell from zero
   */
  static void check(StatedCoin coin, StreamKey key, int positions, double resolved, int... lags) {
    double p = coin.probabilityOfOne();
    assertThat(p).isBetween(0.0, 1.0);
    double[] ones = new double[BLOCKS];
    double[][] unequal = new double[lags.length][BLOCKS];
    for (int b = 0; b < BLOCKS; b++) {
      for (int j = 0; j < lags.length; j++) {
        BitSequence bits = BitSequence.draw(coin, key.at(b), positions + lags[j]);
        ones[b] = (double) bits.ones(0, positions) / positions;
        unequal[j][b] = (double) bits.differences(lags[j]) / positions;
      }
    }
    near("share of ones of " + coin.name(), ones, p, Double.POSITIVE_INFINITY);
    for (int j = 0; j < lags.length; j++) {
      near(
          "unequal pairs at lag " + lags[j] + " of " + coin.name(),
          unequal[j],
          2 * (p - p * p) * (1 - coin.correlation(lags[j])),
          2 * (p - p * p) * resolved);
    }
  }

  private static void near(String what, double[] sample, double expected, double resolved) {
    double mean = 0;
    for (double x : sample) {
      mean += x / sample.length;
    }
    double variance = 0;
    for (double x : sample) {
      variance += (x - mean) * (x - mean) / (sample.length - 1);
    }
    double error = Math.sqrt(variance / sample.length);
    assertThat(SIGMAS * error).as("resolution of " + what).isLessThan(resolved);
    assertThat(Math.abs(mean - expected))
        .as("%s: %s against %s, standard error %s", what, mean, expected, error)
        .isLessThanOrEqualTo(SIGMAS * error);
  }

  private CoinMeasurement() {}
}
