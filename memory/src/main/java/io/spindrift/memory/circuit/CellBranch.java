package io.spindrift.memory.circuit;

import io.spindrift.device.MagneticState;
import io.spindrift.device.ResistanceModel;
import io.spindrift.numerics.NumericalFailure;
import io.spindrift.numerics.Require;

/**
 * A junction in series with a resistance: how a voltage is shared between them.
 *
 * <p>With u the voltage across the junction, V that across both and R_s the series resistance, u (1
 * + R_s/R(u)) = V. The left side rises with u as long as the current does, so u is found between 0
 * and V by false position that halves the weight of an end which stays (Illinois).
 *
 * @param resistance the junctions
 * @param state state of this junction
 * @param deviceIndex which of the junctions, negative for the nominal one
 * @param seriesOhms R_s: transistor, and the lines that carry this cell's current alone
 */
public record CellBranch(
    ResistanceModel resistance, MagneticState state, long deviceIndex, double seriesOhms) {
  private static final int MOST_STEPS = 200;
  private static final double TOLERANCE = 1e-14;

  /** Checks the series resistance. */
  public CellBranch {
    Require.notNegative("series", seriesOhms, "Ohm");
  }

  /** Voltage across the junction when {@code volts} lie across the branch. */
  public double junctionVolts(double volts) {
    if (volts == 0 || seriesOhms == 0) {
      return volts;
    }
    double low = 0;
    double lowMiss = -volts;
    double high = volts;
    double highMiss = miss(high, volts);
    for (int step = 0; step < MOST_STEPS; step++) {
      double guess = (low * highMiss - high * lowMiss) / (highMiss - lowMiss);
      double error = miss(guess, volts);
      if (Math.abs(error) <= TOLERANCE * Math.abs(volts) || guess == low || guess == high) {
        return guess;
      }
      if (Math.signum(error) == Math.signum(highMiss)) {
        high = guess;
        highMiss = error;
        lowMiss *= 0.5;
      } else {
        low = guess;
        lowMiss = error;
        highMiss *= 0.5;
      }
    }
    throw new NumericalFailure(
        "voltage across a junction in series with " + seriesOhms + " Ohm did not settle");
  }

  /** Current through the branch when {@code volts} lie across it. */
  public double amperes(double volts) {
    double across = junctionVolts(volts);
    return across / resistance.resistanceOhms(state, across, deviceIndex);
  }

  private double miss(double across, double volts) {
    double ohms = resistance.resistanceOhms(state, across, deviceIndex);
    return across * (1 + seriesOhms / ohms) - volts;
  }
}
