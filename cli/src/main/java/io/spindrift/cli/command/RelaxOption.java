package io.spindrift.cli.command;

import io.spindrift.numerics.quantity.Dimension;
import picocli.CommandLine.Option;

/** The option {@code --relax}: how long a junction rests after a pulse. */
final class RelaxOption {
  @Option(
      names = "--relax",
      paramLabel = "TIME",
      defaultValue = "10ns",
      description =
          "Time at zero voltage before the state is read; the default is ${DEFAULT-VALUE}.")
  private String relax = "";

  /** The time that was given, or 10 ns. */
  double seconds() {
    return GivenQuantity.notNegative("--relax", relax, Dimension.TIME);
  }
}
