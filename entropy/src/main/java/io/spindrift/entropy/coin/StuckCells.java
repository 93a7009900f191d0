package io.spindrift.entropy.coin;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.StreamKey;
import java.util.Arrays;

/**
 * Cells that always read 0 or always read 1, a share of the population each.
 *
 * <p>Whether cell c is stuck is drawn once from the key of the population and c, never from the
 * bits of a block. An array with stuck cells is an array with other probabilities, so the coins
 * made of it state their statistics as ever: with shares f_0 and f_1 of cells of probability p,
 * P(1) is near f_1 + (1 - f_0 - f_1) p, and whenever a cell comes round again, bits have the
 * correlation (f_1 + (1 - f_0 - f_1) p^2 - P^2) / (P - P^2).
 *
 * @param atZero share f_0 of cells that always read 0
 * @param atOne share f_1 of cells that always read 1
 * @param population what decides which cells
 */
public record StuckCells(double atZero, double atOne, StreamKey population) {
  /** Checks the shares, whose sum must not exceed 1. */
  public StuckCells {
    Require.inRange("share of cells stuck at 0", atZero, 0, 1, "");
    Require.inRange("share of cells stuck at 1", atOne, 0, 1 - atZero, "");
  }

  /** A reset coin over the cells, the stuck ones among them. */
  public ResetCoin reset(ResetCoin coin) {
    return new ResetCoin(coin.name() + ", " + this, with(coin.cells(), 0, 1));
  }

  /** A free-running coin over the cells, the stuck ones among them. */
  public FreeRunningCoin freeRunning(
      String name, CellProbabilities fromAntiparallel, CellProbabilities fromParallel) {
    return new FreeRunningCoin(
        name + ", " + this, with(fromAntiparallel, 1, 0), with(fromParallel, 0, 1));
  }

  private CellProbabilities with(CellProbabilities cells, double whenZero, double whenOne) {
    double[] probability = new double[cells.cells()];
    Arrays.setAll(
        probability,
        cell -> {
          double u = population.at(cell).open().nextDouble();
          return u < atZero ? whenZero : u < atZero + atOne ? whenOne : cells.probability(cell);
        });
    return CellProbabilities.of(probability, cells.columns());
  }

  @Override
  public String toString() {
    return "a share " + atZero + " stuck at 0 and " + atOne + " at 1";
  }
}
