package io.spindrift.device.derived;

import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.util.Locale;

/**
 * A number that follows from the parameters of a device.
 *
 * @param field name in JSON, with its unit spelled out
 * @param words what it is, for a table
 * @param value the number in SI
 * @param dimension what it measures
 * @param note how it is defined, empty where the words say it
 */
public record DerivedQuantity(
    String field, String words, double value, Dimension dimension, String note) {
  private static final double LEAST_PREFIXED_JOULES = 1e-17;

  /** The number with its unit; energies of a few kB T in joules, which have no prefix here. */
  public String text() {
    if (dimension == Dimension.ENERGY && value != 0 && Math.abs(value) < LEAST_PREFIXED_JOULES) {
      return String.format(Locale.ROOT, "%.5e J", value);
    }
    return Quantity.print(value, dimension);
  }
}
