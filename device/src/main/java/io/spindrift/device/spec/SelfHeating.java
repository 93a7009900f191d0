package io.spindrift.device.spec;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.document.Declared;
import io.spindrift.numerics.quantity.Dimension;

/**
 * Heating of the free layer by the tunnel current, one thermal time constant.
 *
 * @param kelvinPerWatt temperature rise per dissipated power in the steady state
 * @param timeConstantSeconds time in which the rise is reached to 1 - 1/e
 */
public record SelfHeating(
    @Declared(
            says = "Temperature rise per dissipated power in the steady state, in K/W",
            min = 0,
            max = 1e12)
        double kelvinPerWatt,
    @Declared(says = "Thermal time constant", unit = Dimension.TIME, min = 0, minExclusive = true)
        double timeConstantSeconds) {

  /** Checks both numbers. */
  public SelfHeating {
    Require.inRange("kelvinPerWatt", kelvinPerWatt, 0, 1e12, "K/W");
    Require.positive("timeConstant", timeConstantSeconds, "s");
  }
}
