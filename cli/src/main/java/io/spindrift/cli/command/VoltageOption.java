package io.spindrift.cli.command;

import io.spindrift.device.spec.DeviceSpec;
import io.spindrift.numerics.quantity.Dimension;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --voltage} of a command with one pulse amplitude. */
final class VoltageOption {
  @Option(
      names = "--voltage",
      paramLabel = "V",
      description = "Pulse amplitude; the default is the device's own.")
  private @Nullable String voltage;

  /** The amplitude that was given, or that of the device. */
  double volts(DeviceSpec device) {
    return voltage == null
        ? device.operation().voltageVolts()
        : GivenQuantity.any("--voltage", voltage, Dimension.VOLTAGE);
  }
}
