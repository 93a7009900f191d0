package io.spindrift.memory.spec;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.document.Declared;

/**
 * How many pulses a cell bears.
 *
 * @param cycles pulses after which a cell is counted as worn
 */
public record Endurance(
    @Declared(says = "Pulses after which a cell is counted as worn", min = 1) double cycles) {

  /** Checks the number. */
  public Endurance {
    Require.positive("cycles", cycles, "");
    Require.inRange("cycles", cycles, 1, Double.MAX_VALUE, "");
  }
}
