package io.spindrift.memory.circuit;

import io.spindrift.device.MagneticState;
import io.spindrift.device.ResistanceModel;
import io.spindrift.memory.spec.Lines;
import io.spindrift.memory.spec.MemorySpec;
import io.spindrift.memory.spec.SourceDirection;
import io.spindrift.numerics.Require;
import java.util.Objects;

/**
 * How much of a driver's voltage arrives at the cells of a memory, where lines are longest.
 *
 * <p>Bit line drivers and the grounds of source lines sit at the same end; row 0 is next to it.
 * Junctions are nominal.
 *
 * @param spec the memory
 * @param resistance its junctions
 */
public record LineDrop(MemorySpec spec, ResistanceModel resistance) {
  /**
   * Resistance of the lines that a cell has for itself while its row alone is selected, in ohms.
   */
  public double lineOhms(int row) {
    Objects.checkIndex(row, spec.array().rows());
    return (row + 1) * columnSegmentOhms();
  }

  /** Driver, lines and transistor in series with a junction of its row alone, in ohms. */
  public double seriesOhms(int row) {
    return spec.write().driverOhms() + lineOhms(row) + spec.accessTransistor().onOhms();
  }

  /**
   * Voltages across the junctions of a row while all of them are pulsed at once, near to far.
   *
   * <p>With source lines along the bit lines no line is shared and all cells are alike. With source
   * lines along the word lines the cells of the row share one, which lifts the ground of the far
   * ones: a ladder in the voltage between bit lines and source line.
   *
   * @param volts amplitude at the drivers
   * @param state state of all cells; P draws more
   * @param row which row; the last one has the longest bit lines
   */
  public double[] rowPulse(double volts, MagneticState state, int row) {
    CellBranch branch = new CellBranch(resistance, state, -1, seriesOhms(row));
    ResistiveLadder ladder = new ResistiveLadder(spec.array().columns(), 0, sharedSourceOhms());
    double[] across = ladder.voltages(volts, (cell, v) -> branch.amperes(v));
    for (int i = 0; i < across.length; i++) {
      across[i] = branch.junctionVolts(across[i]);
    }
    return across;
  }

  /** The ends of {@link #rowPulse} in the last row, where it is worst. */
  public WorstCase worstRowPulse(double volts, MagneticState state) {
    double[] across = rowPulse(volts, state, spec.array().rows() - 1);
    double near = across[0];
    return new WorstCase(
        volts, near, across[across.length - 1], near / resistance.resistanceOhms(state, near, -1));
  }

  /**
   * A bit line on which several cells conduct at once, all at its far end.
   *
   * @param volts amplitude at the driver
   * @param state state of the conducting cells
   * @param conducting how many of them; the others are not selected and conduct nothing
   */
  public WorstCase bitLine(double volts, MagneticState state, int conducting) {
    int rows = spec.array().rows();
    int first = rows - Require.inRange("conducting cells", conducting, 1, rows);
    CellBranch branch = new CellBranch(resistance, state, -1, spec.accessTransistor().onOhms());
    ResistiveLadder ladder =
        new ResistiveLadder(rows, spec.write().driverOhms(), columnSegmentOhms());
    double[] line = ladder.voltages(volts, (cell, v) -> cell < first ? 0 : branch.amperes(v));
    double ohms = spec.write().driverOhms() + columnSegmentOhms();
    return new WorstCase(
        volts,
        branch.junctionVolts(line[first]),
        branch.junctionVolts(line[rows - 1]),
        ohms == 0 ? conducting * branch.amperes(volts) : (volts - line[0]) / ohms);
  }

  /** Resistance from one row to the next, of every line that runs along the column. */
  private double columnSegmentOhms() {
    Lines lines = spec.lines();
    return lines.bitResistancePerCellOhms()
        + (lines.sourceDirection() == SourceDirection.ALONG_BIT_LINE
            ? lines.sourceResistancePerCellOhms()
            : 0);
  }

  private double sharedSourceOhms() {
    return spec.lines().sourceDirection() == SourceDirection.ALONG_WORD_LINE
        ? spec.lines().sourceResistancePerCellOhms()
        : 0;
  }
}
