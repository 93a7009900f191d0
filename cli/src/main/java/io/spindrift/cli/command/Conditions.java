package io.spindrift.cli.command;

import io.spindrift.device.switching.SwitchingSettings;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;

/** What a figure was made under, in words for its caption. */
final class Conditions {
  /** Device, voltage and temperature, such as "precessional-macrospin at 840 mV and 300 K". */
  static String of(String device, double volts, double kelvin) {
    return device + " at " + print(volts, Dimension.VOLTAGE) + " and " + kelvin(kelvin);
  }

  /** Temperature, such as "300 K". */
  static String kelvin(double kelvin) {
    return print(kelvin, Dimension.TEMPERATURE);
  }

  /** How probabilities were found, such as "2000 trajectories, step 1 ps, relaxation 10 ns". */
  static String effort(String method, SwitchingSettings settings) {
    return switch (method) {
      case "macrospin" ->
          settings.trajectories()
              + " trajectories each, step "
              + print(settings.stepSeconds(), Dimension.TIME)
              + ", relaxation "
              + print(settings.relaxSeconds(), Dimension.TIME);
      case "fokker-planck" ->
          "Fokker-Planck, relaxation " + print(settings.relaxSeconds(), Dimension.TIME);
      case "compact-fit" -> "compact fit";
      default -> method;
    };
  }

  private static String print(double value, Dimension dimension) {
    return Quantity.print(value, dimension);
  }

  private Conditions() {}
}
