package io.spindrift.device.derived;

import io.spindrift.numerics.quantity.Dimension;
import java.util.ArrayList;
import java.util.List;

/** Collects derived quantities; numbers that do not exist for a device are left out. */
final class QuantityCollector {
  private final List<DerivedQuantity> quantities = new ArrayList<>();

  void add(String field, String words, double value, Dimension dimension, String note) {
    if (Double.isFinite(value)) {
      quantities.add(new DerivedQuantity(field, words, value, dimension, note));
    }
  }

  List<DerivedQuantity> all() {
    return List.copyOf(quantities);
  }
}
