package io.spindrift.device;

import io.spindrift.numerics.Require;

/**
 * Energy that one rectangular voltage pulse costs at the junction.
 *
 * <p>The resistance is that of the state before the pulse; selectors are not counted.
 *
 * @param dissipatedJoules V^2 t/R(V), heat of the tunnel current
 * @param chargingJoules C V^2, drawn from the supply to charge the capacitance once; behind a
 *     driver, all that its resistance turns into heat, which is C V^2 for a small resistance
 */
public record PulseEnergy(double dissipatedJoules, double chargingJoules) {
  /**
   * The energy of a pulse.
   *
   * @param voltageVolts amplitude V
   * @param pulseSeconds width t
   * @param resistanceOhms resistance R at that bias
   * @param capacitanceFarads capacitance C, zero for none
   */
  public static PulseEnergy of(
      double voltageVolts, double pulseSeconds, double resistanceOhms, double capacitanceFarads) {
    Require.finite("voltage", voltageVolts, "V");
    Require.positive("pulse", pulseSeconds, "s");
    Require.positive("resistance", resistanceOhms, "Ohm");
    Require.notNegative("capacitance", capacitanceFarads, "F");
    double square = voltageVolts * voltageVolts;
    return new PulseEnergy(square / resistanceOhms * pulseSeconds, capacitanceFarads * square);
  }

  /** Both parts together. */
  public double totalJoules() {
    return dissipatedJoules + chargingJoules;
  }
}
