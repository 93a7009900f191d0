package io.spindrift.memory.product;

import io.spindrift.memory.circuit.ResistiveLadder;

/**
 * A line whose wire resists, collected at a foot that is held at zero volts.
 *
 * <p>By reciprocity, what cell i sends to the foot per volt of its drive is what it would draw from
 * a source at the foot, G_i V_i with the V_i of {@link ResistiveLadder} at one volt; cells that are
 * not driven are cut off. Exact for cells of constant conductance.
 *
 * @param footOhms resistance of what holds the foot
 * @param segmentOhms resistance of the wire from one cell to the next
 */
public record ResistiveBitLine(double footOhms, double segmentOhms) implements BitLine {
  /** Checks the resistances. */
  public ResistiveBitLine {
    new ResistiveLadder(1, footOhms, segmentOhms);
  }

  @Override
  public double collected(double[] siemens, double[] drive) {
    double[] conducting = new double[drive.length];
    for (int row = 0; row < drive.length; row++) {
      conducting[row] = drive[row] == 0 ? 0 : siemens[row];
    }
    double[] volts =
        new ResistiveLadder(drive.length, footOhms, segmentOhms).voltages(1, conducting);
    double sum = 0;
    for (int row = 0; row < drive.length; row++) {
      sum += conducting[row] * drive[row] * volts[row];
    }
    return sum;
  }
}
