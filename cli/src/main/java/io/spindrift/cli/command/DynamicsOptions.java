package io.spindrift.cli.command;

import io.spindrift.device.spec.DeviceSpec;
import io.spindrift.numerics.quantity.Dimension;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every simulation of the magnetisation has. */
final class DynamicsOptions {
  @Option(
      names = "--temperature",
      paramLabel = "T",
      description = "Temperature; the default is the device's own.")
  private @Nullable String temperature;

  @Option(
      names = "--step",
      paramLabel = "TIME",
      defaultValue = "1ps",
      description = "Largest integration step; the default is ${DEFAULT-VALUE}.")
  private String step = "";

  /** The temperature that was given, or that of the device. */
  double kelvin(DeviceSpec device) {
    return temperature == null
        ? device.operation().temperatureKelvin()
        : GivenQuantity.positive("--temperature", temperature, Dimension.TEMPERATURE);
  }

  /** The largest integration step. */
  double stepSeconds() {
    return GivenQuantity.positive("--step", step, Dimension.TIME);
  }
}
