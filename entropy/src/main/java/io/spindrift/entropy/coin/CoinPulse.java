package io.spindrift.entropy.coin;

import io.spindrift.device.MagneticState;
import io.spindrift.device.OperatingPoint;
import io.spindrift.numerics.Require;

/**
 * The pulse that tosses a coin: where a junction starts and what is applied to it.
 *
 * @param from state before the pulse
 * @param voltageVolts pulse amplitude in volts; positive lowers the anisotropy
 * @param pulseSeconds pulse width in seconds
 * @param temperatureKelvin temperature in kelvin
 */
public record CoinPulse(
    MagneticState from, double voltageVolts, double pulseSeconds, double temperatureKelvin) {
  /** Checks that the pulse exists: finite voltage, positive width and temperature. */
  public CoinPulse {
    Require.finite("voltage", voltageVolts, "V");
    Require.positive("pulse width", pulseSeconds, "s");
    Require.positive("temperature", temperatureKelvin, "K");
  }

  /** The pulse of an operating point, on a junction that was reset to the parallel state. */
  public static CoinPulse at(OperatingPoint point) {
    return new CoinPulse(
        MagneticState.PARALLEL,
        point.voltageVolts(),
        point.pulseSeconds(),
        point.temperatureKelvin());
  }

  /** The same pulse applied to a junction in another state. */
  public CoinPulse from(MagneticState state) {
    return new CoinPulse(state, voltageVolts, pulseSeconds, temperatureKelvin);
  }
}
