package io.spindrift.device.fit;

import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.document.Setting;
import io.spindrift.numerics.quantity.Quantity;

/**
 * A number of a device that a fit may change.
 *
 * @param setting where it stands in the device
 * @param start value from which the fit begins
 * @param low lower bound
 * @param high upper bound
 */
public record FreeParameter(Setting setting, double start, double low, double high) {
  /** Checks the order of the bounds and that the start lies between them. */
  public FreeParameter {
    if (!(low < high)) {
      throw new UnusableInput(
          "bounds of %s must be low:high, but were %s:%s"
              .formatted(
                  setting.path(),
                  Quantity.print(low, setting.unit()),
                  Quantity.print(high, setting.unit())));
    }
    if (!(start >= low && start <= high)) {
      throw new UnusableInput(
          "%s of the device must start between its bounds %s and %s, but is %s"
              .formatted(
                  setting.path(),
                  Quantity.print(low, setting.unit()),
                  Quantity.print(high, setting.unit()),
                  Quantity.print(start, setting.unit())));
    }
  }

  /**
   * A number of a device, free within the values it may take at all.
   *
   * @throws UnusableInput when no number stands at that path, or when it is zero, which gives no
   *     scale to the steps of a fit
   */
  public static FreeParameter of(MacrospinDevice device, String path) {
    Setting setting = Setting.of(MacrospinDevice.class, path);
    double start = setting.value(device);
    if (start == 0) {
      throw new UnusableInput(
          path + " starts at zero, which gives no scale to its steps; give its bounds or a start");
    }
    return new FreeParameter(setting, start, setting.min(), setting.max());
  }

  /**
   * A number of a device, free between two bounds.
   *
   * @throws UnusableInput when no number stands at that path or its value is out of bounds
   */
  public static FreeParameter of(MacrospinDevice device, String path, double low, double high) {
    Setting setting = Setting.of(MacrospinDevice.class, path);
    return new FreeParameter(
        setting,
        setting.value(device),
        Math.max(low, setting.min()),
        Math.min(high, setting.max()));
  }

  /** Where it stands in the device. */
  public String path() {
    return setting.path();
  }

  /** A change that counts as large: the value itself, or half the bounds about zero. */
  double scale() {
    return start == 0 ? 0.5 * (high - low) : Math.abs(start);
  }

  /** Whether a value lies on a bound. */
  boolean atBound(double value) {
    double slack = 1e-9 * scale();
    return value <= low + slack || value >= high - slack;
  }
}
