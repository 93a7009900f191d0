package io.spindrift.device.derived;

import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;

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
  /** The number with its unit. */
  public String text() {
    return Quantity.print(value, dimension);
  }
}
