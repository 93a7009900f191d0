package io.spindrift.diffusion.noise;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;

/**
 * How the cells of an array differ: a spread of their probabilities, and cells that are stuck.
 *
 * <p>Cell c has the probability p_c with logit(p_c) = logit(p) + s z_c, z_c standard normal. For a
 * switching curve that is logistic in the voltage with width w, s is the spread of the critical
 * voltages from cell to cell divided by w. A share f_0 of the cells reads 0 whatever happens, a
 * share f_1 reads 1. What a cell is like is decided by the population key and its number alone.
 *
 * <p>Bit i of each block of the source is served by cell (first + i) mod cells. Placed fixed, first
 * is 0, so the same cell serves the same position of every image in every step. Rotated, first is a
 * multiple of 64 that each block draws uniformly, as a wear-levelling controller does.
 *
 * @param logitSpread s
 * @param stuckAtZero f_0
 * @param stuckAtOne f_1
 * @param cells number of cells, a multiple of 64
 * @param rotated whether blocks begin at a cell of their own
 * @param population what decides which cell is like what
 */
public record CellVariation(
    double logitSpread,
    double stuckAtZero,
    double stuckAtOne,
    int cells,
    boolean rotated,
    StreamKey population) {
  /** All cells are alike. */
  public static final CellVariation NONE = new CellVariation(0, 0, 0, 64, false, StreamKey.root(0));

  /** Points of the integral over the normal, in steps of its standard deviation. */
  private static final double STEP = 1 / 64.0;

  private static final double REACH = 9;

  /** Checks the ranges; the shares of stuck cells must not exceed 1 together. */
  public CellVariation {
    Require.inRange("spread of the cells' logit", logitSpread, 0, 10, "");
    Require.inRange("share of cells stuck at 0", stuckAtZero, 0, 1, "");
    Require.inRange("share of cells stuck at 1", stuckAtOne, 0, 1 - stuckAtZero, "");
    Require.inRange("cells", cells, 64, 1 << 26);
    if (cells % 64 != 0) {
      throw new IllegalArgumentException("cells must be a multiple of 64, but was " + cells);
    }
  }

  /** Whether any cell differs from another. */
  public boolean any() {
    return logitSpread > 0 || stuckAtZero > 0 || stuckAtOne > 0;
  }

  /** p_c of every cell when a typical cell has {@code probability}, strictly between 0 and 1. */
  double[] draw(double probability) {
    double[] drawn = new double[cells];
    double logit = Math.log(probability) - Math.log1p(-probability);
    for (int c = 0; c < cells; c++) {
      RandomStream random = population.at(c).open();
      double u = random.nextDouble();
      double z = random.nextGaussian();
      drawn[c] =
          u < stuckAtZero
              ? 0
              : u < stuckAtZero + stuckAtOne
                  ? 1
                  : logitSpread == 0 ? probability : logistic(logit + logitSpread * z);
    }
    return drawn;
  }

  /** Mean of p_c over all arrays of this kind when a typical cell has {@code probability}. */
  public double expected(double probability) {
    return stuckAtOne + (1 - stuckAtZero - stuckAtOne) * moment(probability, 1);
  }

  /** Variance of p_c over all arrays of this kind when a typical cell has {@code probability}. */
  public double expectedVariance(double probability) {
    double mean = expected(probability);
    double square = stuckAtOne + (1 - stuckAtZero - stuckAtOne) * moment(probability, 2);
    return square - mean * mean;
  }

  /** Mean of a sound cell's p_c^order: the trapezium rule, which the normal makes exact. */
  private double moment(double probability, int order) {
    double logit = Math.log(probability) - Math.log1p(-probability);
    double sum = 0;
    double weights = 0;
    for (double z = -REACH; z <= REACH; z += STEP) {
      double weight = Math.exp(-0.5 * z * z);
      weights += weight;
      sum += weight * Math.pow(logistic(logit + logitSpread * z), order);
    }
    return sum / weights;
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
