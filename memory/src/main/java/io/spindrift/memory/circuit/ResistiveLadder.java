package io.spindrift.memory.circuit;

import io.spindrift.numerics.NumericalFailure;
import io.spindrift.numerics.Require;
import java.util.Arrays;

/**
 * A line with a cell at every node, driven at one end: the exact voltages along it.
 *
 * <p>A source of V volts feeds the first node through driver and one segment, R_d + r; further
 * nodes follow at r each; cell i draws I_i(V_i) from its node to ground:
 *
 * <pre>
 *   (V_{i-1} - V_i)/r_i - (V_i - V_{i+1})/r_{i+1} = I_i(V_i),   V_{-1} = V,   r_0 = R_d + r
 * </pre>
 *
 * <p>and nothing follows the last node. For constant conductances that is one tridiagonal system,
 * solved by elimination without pivoting: the matrix is diagonally dominant and every step keeps
 * its sign, so nothing cancels. Currents that are not proportional to their voltage are solved by
 * Newton's method, one such system a step. A pair of lines that are driven at the same end, such as
 * bit line and source line of one column, is one ladder whose segment is the sum of both and whose
 * voltages are those between the lines.
 *
 * @param cells number n of nodes
 * @param driverOhms R_d, resistance of the source
 * @param segmentOhms r, resistance of the line from one cell to the next
 */
public record ResistiveLadder(int cells, double driverOhms, double segmentOhms) {
  private static final int MOST_STEPS = 100;
  private static final double TOLERANCE = 1e-13;

  /** What a cell draws from its node. Implementations increase with the voltage. */
  @FunctionalInterface
  public interface Draw {
    /** Current of a cell, 0 next to the source, at a voltage of its node. */
    double amperes(int cell, double volts);
  }

  /** Checks the numbers. */
  public ResistiveLadder {
    Require.atLeast("cells", cells, 1);
    Require.notNegative("driver", driverOhms, "Ohm");
    Require.notNegative("segment", segmentOhms, "Ohm");
  }

  /**
   * Voltages of the nodes, near to far, when every cell is a conductance.
   *
   * @param sourceVolts V
   * @param siemens conductance of each cell, not negative
   */
  public double[] voltages(double sourceVolts, double[] siemens) {
    requireCells(siemens);
    for (int i = 0; i < cells; i++) {
      Require.notNegative("conductance of cell " + i, siemens[i], "S");
    }
    return solve(sourceVolts, siemens, new double[cells]);
  }

  /**
   * Voltages of the nodes, near to far, for any law of the cells' currents.
   *
   * @throws NumericalFailure when Newton's method does not converge
   */
  public double[] voltages(double sourceVolts, Draw draw) {
    Require.finite("source", sourceVolts, "V");
    double[] volts = new double[cells];
    Arrays.fill(volts, sourceVolts);
    double[] slope = new double[cells];
    double[] rest = new double[cells];
    for (int step = 0; step < MOST_STEPS; step++) {
      for (int i = 0; i < cells; i++) {
        linearise(draw, i, volts[i], slope, rest);
      }
      double[] next = solve(sourceVolts, slope, rest);
      double change = 0;
      for (int i = 0; i < cells; i++) {
        change = Math.max(change, Math.abs(next[i] - volts[i]));
      }
      volts = next;
      if (change <= TOLERANCE * Math.abs(sourceVolts)) {
        return volts;
      }
    }
    throw new NumericalFailure(
        "voltages of a line of " + cells + " cells did not settle in " + MOST_STEPS + " steps");
  }

  /** I(V) about a voltage as slope V + rest, by a central difference. */
  private static void linearise(Draw draw, int cell, double volts, double[] slope, double[] rest) {
    double step = Math.max(1e-6 * Math.abs(volts), 1e-12);
    double rise = draw.amperes(cell, volts + step) - draw.amperes(cell, volts - step);
    slope[cell] = Math.max(0, rise / (2 * step));
    rest[cell] = draw.amperes(cell, volts) - slope[cell] * volts;
  }

  /**
   * Solves for currents slope V + rest, from the far end to the near one.
   *
   * <p>Seen from node i outwards, the rest of the line is a conductance y and a current j: beyond a
   * segment r they become y/(1 + r y) and j/(1 + r y).
   */
  private double[] solve(double sourceVolts, double[] slope, double[] rest) {
    double[] y = new double[cells];
    double[] j = new double[cells];
    y[cells - 1] = slope[cells - 1];
    j[cells - 1] = rest[cells - 1];
    for (int i = cells - 2; i >= 0; i--) {
      double loaded = 1 + segmentOhms * y[i + 1];
      y[i] = slope[i] + y[i + 1] / loaded;
      j[i] = rest[i] + j[i + 1] / loaded;
    }
    double[] volts = new double[cells];
    double before = sourceVolts;
    double ohms = driverOhms + segmentOhms;
    for (int i = 0; i < cells; i++) {
      volts[i] = (before - ohms * j[i]) / (1 + ohms * y[i]);
      before = volts[i];
      ohms = segmentOhms;
    }
    return volts;
  }

  private void requireCells(double[] siemens) {
    if (siemens.length != cells) {
      throw new IllegalArgumentException(
          "conductances must be one for each of " + cells + " cells, but were " + siemens.length);
    }
  }
}
