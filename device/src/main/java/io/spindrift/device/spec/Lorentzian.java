package io.spindrift.device.spec;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.document.Declared;

/**
 * A bell-shaped law of voltage: floor + height/(base + curvature V^2), V in volts.
 *
 * @param floor value far from zero bias
 * @param height numerator
 * @param base denominator at zero bias
 * @param curvature coefficient of V^2 in the denominator, in 1/V^2
 */
public record Lorentzian(
    @Declared(says = "Value far from zero bias", defaultValue = "0", min = 0) double floor,
    @Declared(says = "Numerator", min = 0) double height,
    @Declared(says = "Denominator at zero bias", defaultValue = "1", min = 0, minExclusive = true)
        double base,
    @Declared(says = "Coefficient of the squared voltage in the denominator, in 1/V^2", min = 0)
        double curvature) {

  /** Checks every component. */
  public Lorentzian {
    Require.notNegative("floor", floor, "");
    Require.notNegative("height", height, "");
    Require.positive("base", base, "");
    Require.notNegative("curvature", curvature, "1/V2");
  }

  /** The value at a bias in volts. */
  public double at(double voltageVolts) {
    return floor + height / (base + curvature * voltageVolts * voltageVolts);
  }
}
