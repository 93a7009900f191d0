package io.spindrift.memory.spec;

import io.spindrift.numerics.document.Declared;

/**
 * A memory of one transistor and one junction per cell, as read from a preset or a file.
 *
 * <p>The junction itself is described elsewhere, as a device.
 *
 * @param name what the memory is called in reports
 * @param array how many cells there are, and how many kinds of them
 * @param accessTransistor the transistor in every cell
 * @param lines the wires between cells
 * @param senseAmplifier what reads a bit line
 * @param write what drives a write
 * @param faults cells that are stuck or weak
 * @param retention how long a cell keeps its state, where its device does not tell
 * @param endurance how many pulses a cell bears
 */
public record MemorySpec(
    @Declared(says = "What the memory is called in reports") String name,
    @Declared(says = "How many cells there are, and how many kinds of them") ArrayOutline array,
    @Declared(says = "The transistor in every cell") AccessTransistor accessTransistor,
    @Declared(says = "The wires between cells") Lines lines,
    @Declared(says = "What reads a bit line") SenseAmplifier senseAmplifier,
    @Declared(says = "What drives a write, and how often it is repeated") WriteCircuit write,
    @Declared(says = "Cells that are stuck or weak") FaultShares faults,
    @Declared(says = "How long a cell keeps its state, where its device does not tell")
        StateKeeping retention,
    @Declared(says = "How many pulses a cell bears") Endurance endurance) {

  /** C of a bit line: that of its cells and that of the amplifier at its end, in farads. */
  public double bitLineFarads() {
    return array.rows() * lines.bitCapacitancePerCellFarads() + senseAmplifier.inputFarads();
  }

  /** C of a word line: wire and gate of each of its cells, in farads. */
  public double wordLineFarads() {
    return array.columns() * (lines.wordCapacitancePerCellFarads() + accessTransistor.gateFarads());
  }
}
