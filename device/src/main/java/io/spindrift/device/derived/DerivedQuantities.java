package io.spindrift.device.derived;

import io.spindrift.device.spec.CompactFitDevice;
import io.spindrift.device.spec.DeviceSpec;
import io.spindrift.device.spec.MacrospinDevice;
import java.util.List;

/** The derived quantities of any device. */
public final class DerivedQuantities {
  /**
   * The quantities of a device at a temperature; none for a kind that has no parameters to derive
   * them from.
   *
   * @param spec the device
   * @param temperatureKelvin temperature of the free layer
   * @throws IllegalArgumentException for a temperature that a fit does not know
   * @throws io.spindrift.numerics.UnusableInput at or above the Curie temperature
   */
  public static List<DerivedQuantity> of(DeviceSpec spec, double temperatureKelvin) {
    if (spec instanceof MacrospinDevice device) {
      return MacrospinQuantities.of(device, temperatureKelvin);
    }
    if (spec instanceof CompactFitDevice device) {
      return CompactFitQuantities.of(device, temperatureKelvin);
    }
    return List.of();
  }

  private DerivedQuantities() {}
}
