package io.spindrift.device.measured;

import io.spindrift.device.MagneticState;
import io.spindrift.device.ResistanceModel;
import io.spindrift.numerics.UnusableInput;

/**
 * The resistance of a junction of which only the switching was measured.
 *
 * @param device what the device is called
 */
public record UnknownResistance(String device) implements ResistanceModel {
  /**
   * Refuses: nothing is known.
   *
   * @throws UnusableInput always, with what would make it known
   */
  @Override
  public double resistanceOhms(MagneticState state, double voltageVolts, long deviceIndex) {
    throw refusal();
  }

  /** The sentence that asks for the resistance. */
  public UnusableInput refusal() {
    return new UnusableInput(
        "resistance of "
            + device
            + " is missing, and without it no pulse can be priced; give resistance.table (a CSV"
            + " file of voltage_volts,state,resistance_ohms) or resistance.parallel and"
            + " resistance.tmr, in a device file or as --set resistance.parallel=20kOhm --set"
            + " resistance.tmr=1.2");
  }
}
