package io.spindrift.device.spec;

import io.spindrift.numerics.document.NearestNames;
import io.spindrift.numerics.document.NumberPath;
import io.spindrift.numerics.quantity.Dimension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A number of a macrospin device that may differ from device to device.
 *
 * <p>Every number of the description has one under its path, except where the device is used
 * ({@code operation}). {@code freeLayer.diameter} is both axes together, of value sqrt(major
 * minor).
 *
 * @param path its name, such as {@code freeLayer.thickness}
 * @param dimension what it measures
 * @param numbers the number, or the numbers that are scaled together
 */
public record DeviceParameter(String path, Dimension dimension, List<NumberPath> numbers) {
  private static final String DIAMETER = "freeLayer.diameter";
  private static final List<String> AXES = List.of("freeLayer.majorAxis", "freeLayer.minorAxis");
  private static final Map<String, DeviceParameter> ALL = all();

  /** Copies the numbers. */
  public DeviceParameter {
    numbers = List.copyOf(numbers);
  }

  /** The names of all parameters. */
  public static List<String> names() {
    return List.copyOf(ALL.keySet());
  }

  /**
   * The parameter of a name.
   *
   * @throws IllegalArgumentException when there is none; near names are offered
   */
  public static DeviceParameter named(String name) {
    DeviceParameter found = ALL.get(name);
    if (found == null) {
      List<String> near = NearestNames.nearest(name, ALL.keySet());
      throw new IllegalArgumentException(
          "parameter must be a number of the device, "
              + (near.isEmpty()
                  ? "such as freeLayer.thickness or biasField.x"
                  : "perhaps " + String.join(" or ", near))
              + ", but was "
              + name);
    }
    return found;
  }

  /**
   * Its value in a device, in SI.
   *
   * @throws IllegalArgumentException when the device has no such part
   */
  public double of(MacrospinDevice device) {
    double product = 1;
    for (NumberPath number : numbers) {
      product *=
          number
              .in(device)
              .orElseThrow(() ->
                  new IllegalArgumentException(
                      "spread of "
                          + path
                          + " needs a device with that number, but "
                          + device.name()
                          + " has none"));
    }
    return numbers.size() == 1 ? product : Math.pow(product, 1.0 / numbers.size());
  }

  /** Whether both say something about the same number. */
  boolean overlaps(DeviceParameter other) {
    return numbers.stream().anyMatch(other.numbers::contains);
  }

  private static Map<String, DeviceParameter> all() {
    Map<String, DeviceParameter> all = new LinkedHashMap<>();
    List<NumberPath> numbers = NumberPath.of(MacrospinDevice.class);
    for (NumberPath number : numbers) {
      if (!number.path().startsWith("operation.")) {
        all.put(
            number.path(), new DeviceParameter(number.path(), number.dimension(), List.of(number)));
      }
    }
    List<NumberPath> axes = numbers.stream().filter(n -> AXES.contains(n.path())).toList();
    all.put(DIAMETER, new DeviceParameter(DIAMETER, Dimension.LENGTH, axes));
    return all;
  }
}
