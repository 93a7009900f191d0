package io.spindrift.memory.spec;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.document.Declared;
import io.spindrift.numerics.quantity.Dimension;

/**
 * The wires of the array, from one cell to the next.
 *
 * @param sourceDirection which way the source lines run
 * @param wordResistancePerCellOhms resistance of a word line per cell
 * @param bitResistancePerCellOhms resistance of a bit line per cell
 * @param sourceResistancePerCellOhms resistance of a source line per cell
 * @param wordCapacitancePerCellFarads capacitance of a word line's wire per cell
 * @param bitCapacitancePerCellFarads capacitance of a bit line per cell, contact included
 */
public record Lines(
    @Declared(
            says =
                "Which way the source lines run, and so whether a column or a row of cells shares"
                    + " one")
        SourceDirection sourceDirection,
    @Declared(says = "Resistance of a word line per cell", unit = Dimension.RESISTANCE, min = 0)
        double wordResistancePerCellOhms,
    @Declared(says = "Resistance of a bit line per cell", unit = Dimension.RESISTANCE, min = 0)
        double bitResistancePerCellOhms,
    @Declared(says = "Resistance of a source line per cell", unit = Dimension.RESISTANCE, min = 0)
        double sourceResistancePerCellOhms,
    @Declared(
            says = "Capacitance of a word line's wire per cell",
            unit = Dimension.CAPACITANCE,
            min = 0)
        double wordCapacitancePerCellFarads,
    @Declared(
            says = "Capacitance of a bit line per cell, wire and contact",
            unit = Dimension.CAPACITANCE,
            min = 0,
            minExclusive = true)
        double bitCapacitancePerCellFarads) {

  /** Checks every number. */
  public Lines {
    Require.notNegative("wordResistancePerCell", wordResistancePerCellOhms, "Ohm");
    Require.notNegative("bitResistancePerCell", bitResistancePerCellOhms, "Ohm");
    Require.notNegative("sourceResistancePerCell", sourceResistancePerCellOhms, "Ohm");
    Require.notNegative("wordCapacitancePerCell", wordCapacitancePerCellFarads, "F");
    Require.positive("bitCapacitancePerCell", bitCapacitancePerCellFarads, "F");
  }
}
