package io.spindrift.device.spec;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.document.Declared;
import io.spindrift.numerics.quantity.Dimension;

/**
 * Where a device is used.
 *
 * @param voltageVolts pulse amplitude; positive lowers the anisotropy
 * @param temperatureKelvin temperature of the free layer
 * @param pulseSeconds pulse width; zero lets the operating point be chosen on the switching curve
 */
public record Operation(
    @Declared(
            says = "Pulse amplitude; positive lowers the anisotropy",
            unit = Dimension.VOLTAGE,
            min = -100,
            max = 100)
        double voltageVolts,
    @Declared(
            says = "Temperature of the free layer",
            unit = Dimension.TEMPERATURE,
            defaultValue = "300 K",
            min = 0,
            minExclusive = true,
            max = 5000)
        double temperatureKelvin,
    @Declared(
            says = "Pulse width; zero lets it be chosen on the switching curve",
            unit = Dimension.TIME,
            defaultValue = "0 s",
            min = 0)
        double pulseSeconds) {

  /** Checks every component. */
  public Operation {
    Require.finite("voltage", voltageVolts, "V");
    Require.positive("temperature", temperatureKelvin, "K");
    Require.notNegative("pulse", pulseSeconds, "s");
  }

  /** Whether a pulse width was given. */
  public boolean hasPulse() {
    return pulseSeconds > 0;
  }
}
