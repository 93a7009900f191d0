package io.spindrift.device;

/** Resistance of a junction against state and bias. Implementations are immutable. */
public interface ResistanceModel {
  /**
   * Resistance in ohms.
   *
   * @param state magnetic state
   * @param voltageVolts bias across the junction in volts
   * @param deviceIndex which junction of the population, negative for the nominal one
   */
  double resistanceOhms(MagneticState state, double voltageVolts, long deviceIndex);
}
