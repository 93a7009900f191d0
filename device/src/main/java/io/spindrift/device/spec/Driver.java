package io.spindrift.device.spec;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.document.Declared;
import io.spindrift.numerics.quantity.Dimension;

/**
 * What drives the junction: a voltage source behind a resistance, with a load beside the junction.
 *
 * @param seriesOhms resistance between source and junction
 * @param parasiticFarads capacitance of line and pad in parallel with the junction's own
 */
public record Driver(
    @Declared(
            says = "Resistance between source and junction",
            unit = Dimension.RESISTANCE,
            defaultValue = "0 Ohm",
            min = 0)
        double seriesOhms,
    @Declared(
            says = "Capacitance of line and pad in parallel with the junction's own",
            unit = Dimension.CAPACITANCE,
            defaultValue = "0 F",
            min = 0)
        double parasiticFarads) {

  /** Checks both numbers. */
  public Driver {
    Require.notNegative("series", seriesOhms, "Ohm");
    Require.notNegative("parasitic", parasiticFarads, "F");
  }
}
