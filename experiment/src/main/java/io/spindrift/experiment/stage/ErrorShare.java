package io.spindrift.experiment.stage;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.statistics.WilsonInterval;

/**
 * Cells that went wrong among those that could, beside what was to be expected.
 *
 * @param name what could go wrong
 * @param wrong cells that did
 * @param cells cells that could
 * @param predicted probability by the closed form
 */
public record ErrorShare(String name, long wrong, long cells, double predicted) {
  private static final double SIGMAS_95 = 1.959963985;

  /** Checks the counts. */
  public ErrorShare {
    Require.atLeast("cells", cells, 0);
    Require.inRange("wrong cells", wrong, 0, cells, "");
  }

  /** The share; NaN where there was no cell. */
  public double share() {
    return cells == 0 ? Double.NaN : (double) wrong / cells;
  }

  /** The 95 % interval of the share; all of [0, 1] where there was no cell. */
  public WilsonInterval interval() {
    return cells == 0 ? new WilsonInterval(0, 1) : WilsonInterval.of(wrong, cells, SIGMAS_95);
  }

  /** How many standard deviations of the prediction the count lies from it; 0 for no cell. */
  public double sigmas() {
    double variance = cells * predicted * (1 - predicted);
    double miss = wrong - cells * predicted;
    return variance > 0 ? miss / Math.sqrt(variance) : miss == 0 ? 0 : Double.POSITIVE_INFINITY;
  }
}
