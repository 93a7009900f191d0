package io.spindrift.device.spec;

import io.spindrift.device.table.CountTable;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.document.Declared;
import io.spindrift.numerics.quantity.Dimension;

/**
 * Counted pulses of a measurement at one temperature.
 *
 * <p>A device file may name a CSV file, {@code table: counts.csv}, in place of the text; the loader
 * reads it, so that the description holds all that it needs.
 *
 * @param temperatureKelvin temperature of the measurement
 * @param csv the counts as comma-separated text
 */
public record MeasuredSwitching(
    @Declared(
            says = "Temperature of the measurement",
            unit = Dimension.TEMPERATURE,
            defaultValue = "300 K",
            min = 0,
            minExclusive = true)
        double temperatureKelvin,
    @Declared(
            says =
                "Counted pulses as CSV text (voltage_volts,pulse_seconds,from_state,trials,"
                    + "switched); a device file may name the file instead, as table")
        String csv) {

  /** Checks every row, and the temperature against that of the table where it tells one. */
  public MeasuredSwitching {
    Require.positive("temperature", temperatureKelvin, "K");
    CountTable.parse(csv, "csv")
        .temperatureKelvin()
        .filter(told -> told != temperatureKelvin)
        .ifPresent(told -> {
          throw new IllegalArgumentException(
              "temperature must be %s K as in the table, but was %s K"
                  .formatted(told, temperatureKelvin));
        });
  }

  /** The counts. */
  public CountTable table() {
    return CountTable.parse(csv, "csv");
  }
}
