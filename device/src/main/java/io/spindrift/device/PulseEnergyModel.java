package io.spindrift.device;

/** Energy of a rectangular pulse at a junction. Implementations are immutable. */
public interface PulseEnergyModel {
  /**
   * The energy of one pulse.
   *
   * @param from state before the pulse
   * @param voltageVolts amplitude at the source
   * @param pulseSeconds width
   * @param deviceIndex which junction of the population, negative for the nominal one
   */
  PulseEnergy energy(
      MagneticState from, double voltageVolts, double pulseSeconds, long deviceIndex);

  /** The energy of a junction straight at its source: V^2 t/R(V) and C V^2. */
  static PulseEnergyModel direct(ResistanceModel resistance, double capacitanceFarads) {
    return (from, volts, seconds, index) ->
        PulseEnergy.of(
            volts, seconds, resistance.resistanceOhms(from, volts, index), capacitanceFarads);
  }
}
