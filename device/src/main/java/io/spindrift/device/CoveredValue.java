package io.spindrift.device;

import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;

/** Refuses conditions that a switching model was not made for. */
public final class CoveredValue {
  private static final double RELATIVE_SLACK = 1e-9;

  /**
   * Returns {@code value} when it is the one value a model covers, to within rounding.
   *
   * @throws IllegalArgumentException when it is another, or NaN
   */
  public static double require(String name, double value, double only, Dimension dimension) {
    if (!(Math.abs(value - only) <= RELATIVE_SLACK * Math.abs(only))) {
      throw new IllegalArgumentException(
          name
              + " must be "
              + Quantity.print(only, dimension)
              + ", the only one that the model covers, but was "
              + Quantity.print(value, dimension));
    }
    return value;
  }

  private CoveredValue() {}
}
