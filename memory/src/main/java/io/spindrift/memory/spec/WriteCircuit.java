package io.spindrift.memory.spec;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.document.Declared;
import io.spindrift.numerics.quantity.Dimension;

/**
 * What drives a write, and how often it is repeated.
 *
 * @param driverOhms resistance of the driver of a line
 * @param mostAttempts most rounds of pulses in a write that verifies; 1 pulses once
 */
public record WriteCircuit(
    @Declared(says = "Resistance of a line's driver", unit = Dimension.RESISTANCE, min = 0)
        double driverOhms,
    @Declared(says = "Most rounds of pulses in a write that verifies", min = 1, max = 1000)
        int mostAttempts) {

  /** Checks both numbers. */
  public WriteCircuit {
    Require.notNegative("driver", driverOhms, "Ohm");
    Require.inRange("mostAttempts", mostAttempts, 1, 1000);
  }
}
