package io.spindrift.device.spec;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.document.Declared;

/**
 * A polynomial a v^2 + b v + c of a reduced voltage.
 *
 * @param square a
 * @param linear b
 * @param constant c
 */
public record Quadratic(
    @Declared(says = "Coefficient of the square", defaultValue = "0") double square,
    @Declared(says = "Coefficient of the first power", defaultValue = "0") double linear,
    @Declared(says = "Constant term") double constant) {

  /** Checks every component. */
  public Quadratic {
    Require.finite("square", square, "");
    Require.finite("linear", linear, "");
    Require.finite("constant", constant, "");
  }

  /** The value at {@code v}. */
  public double at(double v) {
    return (square * v + linear) * v + constant;
  }
}
