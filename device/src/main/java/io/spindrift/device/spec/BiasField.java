package io.spindrift.device.spec;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.document.Declared;
import io.spindrift.numerics.quantity.Dimension;

/**
 * A constant field on the free layer, from outside or from the fixed layers.
 *
 * @param xTesla component along the major axis
 * @param yTesla component along the minor axis
 * @param zTesla component along the easy axis
 */
public record BiasField(
    @Declared(
            says = "Field along the major axis",
            unit = Dimension.MAGNETIC_FIELD,
            defaultValue = "0 T",
            min = -100,
            max = 100)
        double xTesla,
    @Declared(
            says = "Field along the minor axis",
            unit = Dimension.MAGNETIC_FIELD,
            defaultValue = "0 T",
            min = -100,
            max = 100)
        double yTesla,
    @Declared(
            says = "Field along the easy axis",
            unit = Dimension.MAGNETIC_FIELD,
            defaultValue = "0 T",
            min = -100,
            max = 100)
        double zTesla) {
  /** No field at all. */
  public static final BiasField NONE = new BiasField(0, 0, 0);

  /** Checks every component. */
  public BiasField {
    Require.finite("bias field x", xTesla, "T");
    Require.finite("bias field y", yTesla, "T");
    Require.finite("bias field z", zTesla, "T");
  }
}
