package io.spindrift.memory.spec;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.document.Declared;
import io.spindrift.numerics.quantity.Dimension;

/**
 * The transistor in every cell, as a switch between two resistances.
 *
 * @param onOhms resistance of a selected cell's transistor
 * @param offOhms resistance of an unselected one, through which a read line leaks
 * @param gateFarads gate capacitance that the word line charges
 */
public record AccessTransistor(
    @Declared(says = "Resistance when selected", unit = Dimension.RESISTANCE, min = 0)
        double onOhms,
    @Declared(
            says = "Resistance when not selected, through which a bit line leaks",
            unit = Dimension.RESISTANCE,
            min = 0,
            minExclusive = true)
        double offOhms,
    @Declared(
            says = "Gate capacitance that the word line charges",
            unit = Dimension.CAPACITANCE,
            min = 0)
        double gateFarads) {

  /** Checks every number, and that off is more than on. */
  public AccessTransistor {
    Require.notNegative("on", onOhms, "Ohm");
    Require.positive("off", offOhms, "Ohm");
    Require.notNegative("gate", gateFarads, "F");
    if (!(offOhms > onOhms)) {
      throw new IllegalArgumentException(
          "off must be more than on, " + onOhms + " Ohm, but was " + offOhms + " Ohm");
    }
  }
}
