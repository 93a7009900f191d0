package io.spindrift.device.drive;

import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.spec.SelfHeating;

/**
 * Temperature of the free layer over that of its surroundings, one thermal time constant.
 *
 * <pre>
 *   tau dT/dt = T0 + r P - T
 * </pre>
 *
 * T0 temperature of the surroundings, P power dissipated in the barrier, r temperature rise per
 * power, tau time constant; exact for constant P.
 *
 * @param surroundingsKelvin T0
 * @param kelvinPerWatt r; zero for a device that does not heat
 * @param timeConstantSeconds tau
 */
public record Heating(double surroundingsKelvin, double kelvinPerWatt, double timeConstantSeconds) {
  /** The heating of a device. */
  public static Heating of(MacrospinDevice device, double surroundingsKelvin) {
    return device
        .selfHeating()
        .filter(heating -> heating.kelvinPerWatt() > 0)
        .map(heating -> of(heating, surroundingsKelvin))
        .orElseGet(() -> new Heating(surroundingsKelvin, 0, 1));
  }

  private static Heating of(SelfHeating heating, double surroundingsKelvin) {
    return new Heating(surroundingsKelvin, heating.kelvinPerWatt(), heating.timeConstantSeconds());
  }

  /** Whether the temperature can change at all. */
  public boolean happens() {
    return kelvinPerWatt > 0;
  }

  /** Temperature after a time at constant power. */
  public double after(double kelvin, double watts, double seconds) {
    if (!happens()) {
      return kelvin;
    }
    double settled = surroundingsKelvin + kelvinPerWatt * watts;
    return settled + (kelvin - settled) * Math.exp(-seconds / timeConstantSeconds);
  }

  /** Mean temperature over a time at constant power. */
  public double mean(double kelvin, double watts, double seconds) {
    if (!happens()) {
      return kelvin;
    }
    double settled = surroundingsKelvin + kelvinPerWatt * watts;
    double times = seconds / timeConstantSeconds;
    return settled - (kelvin - settled) * Math.expm1(-times) / times;
  }
}
