package io.spindrift.memory.circuit;

import io.spindrift.device.MagneticState;
import java.util.Arrays;

/**
 * The read margins of all kinds of cells in one row: exactly what a histogram of them shows.
 *
 * @param row which row
 * @param parallelVolts m of each kind in P; an amplifier without offset and noise needs it positive
 * @param antiparallelVolts m of each kind in AP; it needs to be negative
 * @param offsetVolts standard deviation of the offsets
 * @param noiseVolts standard deviation of the noise of one reading
 */
public record ReadMargins(
    int row,
    double[] parallelVolts,
    double[] antiparallelVolts,
    double offsetVolts,
    double noiseVolts) {

  /** The margins of a row. */
  public static ReadMargins of(ReadPath path, int row) {
    return new ReadMargins(
        row,
        volts(path, MagneticState.PARALLEL, row),
        volts(path, MagneticState.ANTIPARALLEL, row),
        path.spec().senseAmplifier().offsetVolts(),
        path.noiseVolts());
  }

  /** Margins of all kinds in a state. */
  public double[] volts(MagneticState state) {
    return state == MagneticState.PARALLEL ? parallelVolts : antiparallelVolts;
  }

  /** Least margin of the kinds in a state on the right side of the decision; negative if wrong. */
  public double worstVolts(MagneticState state) {
    double sign = state == MagneticState.PARALLEL ? 1 : -1;
    return Arrays.stream(volts(state)).map(v -> sign * v).min().orElseThrow();
  }

  private static double[] volts(ReadPath path, MagneticState state, int row) {
    double[] volts = new double[path.kinds()];
    Arrays.setAll(volts, kind -> path.marginVolts(kind, state, row));
    return volts;
  }
}
