package io.spindrift.cli.command;

import io.spindrift.device.drive.PulseShape;
import io.spindrift.numerics.quantity.Dimension;
import picocli.CommandLine.Option;

/** The options that give a pulse its edges. */
final class EdgeOptions {
  @Option(
      names = "--rise",
      paramLabel = "TIME",
      defaultValue = "0s",
      description = "Time of the rising edge; widths count between the middles of the edges.")
  private String rise = "";

  @Option(
      names = "--fall",
      paramLabel = "TIME",
      defaultValue = "0s",
      description = "Time of the falling edge.")
  private String fall = "";

  /** The edges; ideal ones unless others were given. */
  PulseShape shape() {
    return new PulseShape(
        GivenQuantity.notNegative("--rise", rise, Dimension.TIME),
        GivenQuantity.notNegative("--fall", fall, Dimension.TIME));
  }
}
