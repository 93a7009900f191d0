package io.spindrift.device.spec;

import io.spindrift.device.table.ResistanceTable;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.document.Declared;
import io.spindrift.numerics.quantity.Dimension;
import java.util.Optional;

/**
 * Resistance of a measured junction: a table of readings, or R_P and TMR.
 *
 * <p>R_AP(V) = R_P (1 + TMR0/(1 + (V/Vh)^2)); without a half voltage Vh the magnetoresistance does
 * not depend on bias. A device file may name a CSV file, {@code table: readings.csv}, in place of
 * the text.
 *
 * @param csv readings as comma-separated text
 * @param parallelOhms R_P
 * @param tmr TMR0 = (R_AP - R_P)/R_P at zero bias
 * @param halfVoltageVolts bias Vh at which the magnetoresistance is half of that
 * @param capacitanceFarads capacitance that each pulse charges; zero counts no charging
 */
public record MeasuredResistance(
    @Declared(
            says =
                "Readings as CSV text (voltage_volts,state,resistance_ohms); a device file may name"
                    + " the file instead, as table")
        Optional<String> csv,
    @Declared(
            says = "Resistance of the parallel state, without a table",
            unit = Dimension.RESISTANCE,
            min = 0,
            minExclusive = true)
        Optional<Double> parallelOhms,
    @Declared(says = "Tunnel magnetoresistance at zero bias, without a table", min = 0)
        Optional<Double> tmr,
    @Declared(
            says = "Bias at which the magnetoresistance is half of its zero-bias value",
            unit = Dimension.VOLTAGE,
            min = 0,
            minExclusive = true)
        Optional<Double> halfVoltageVolts,
    @Declared(
            says = "Capacitance that each pulse charges; zero counts no charging",
            unit = Dimension.CAPACITANCE,
            defaultValue = "0 F",
            min = 0)
        double capacitanceFarads) {

  /** Requires the table alone, or R_P and TMR. */
  public MeasuredResistance {
    boolean numbers = parallelOhms.isPresent() || tmr.isPresent() || halfVoltageVolts.isPresent();
    if (csv.isPresent() == numbers || (numbers && (parallelOhms.isEmpty() || tmr.isEmpty()))) {
      throw new IllegalArgumentException(
          "a measured resistance must have either a table or both parallel and tmr");
    }
    csv.ifPresent(text -> ResistanceTable.parse(text, "csv"));
    Require.notNegative("capacitance", capacitanceFarads, "F");
  }
}
