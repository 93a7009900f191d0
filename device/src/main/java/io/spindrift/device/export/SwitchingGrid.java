package io.spindrift.device.export;

import io.spindrift.numerics.Require;
import java.util.List;

/**
 * Where a switching table has points: every voltage with every pulse width at every temperature.
 *
 * @param voltageVolts pulse amplitudes
 * @param pulseSeconds pulse widths
 * @param temperatureKelvin temperatures
 */
public record SwitchingGrid(
    List<Double> voltageVolts, List<Double> pulseSeconds, List<Double> temperatureKelvin) {
  /** Most points of a table, both directions counted. */
  public static final long MOST_POINTS = 1_000_000;

  /** Checks every value, that none comes twice, and the size. */
  public SwitchingGrid {
    voltageVolts = distinct("voltage", voltageVolts, "V");
    pulseSeconds = distinct("pulse", pulseSeconds, "s");
    temperatureKelvin = distinct("temperature", temperatureKelvin, "K");
    voltageVolts.forEach(volts -> Require.finite("voltage", volts, "V"));
    pulseSeconds.forEach(seconds -> Require.positive("pulse", seconds, "s"));
    temperatureKelvin.forEach(kelvin -> Require.positive("temperature", kelvin, "K"));
    double points = 2.0 * voltageVolts.size() * pulseSeconds.size() * temperatureKelvin.size();
    if (!(points <= MOST_POINTS)) {
      throw new IllegalArgumentException(
          "points of a switching table must be at most %d, but were %.0f (voltages x pulses x temperatures x 2 states)"
              .formatted(MOST_POINTS, points));
    }
  }

  private static List<Double> distinct(String name, List<Double> values, String unit) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException(name + " values must be given, but there were none");
    }
    for (int i = 1; i < values.size(); i++) {
      if (values.indexOf(values.get(i)) < i) {
        throw new IllegalArgumentException(
            name + " values must differ, but " + values.get(i) + " " + unit + " came twice");
      }
    }
    return List.copyOf(values);
  }
}
