package io.spindrift.cli.command;

import io.spindrift.device.dynamics.EffectiveField;
import io.spindrift.device.retention.HeldJunction;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.util.Locale;

/** Refuses a junction that has no two states to switch between. */
final class RestingWells {
  /**
   * Refuses a device without a barrier at rest, in its bias and stray field.
   *
   * @throws UnusableInput with the fields and what would change them
   */
  static void require(MacrospinDevice device, double temperatureKelvin) {
    EffectiveField.requireWells(device, temperatureKelvin);
    HeldJunction rest = HeldJunction.of(device, 0, temperatureKelvin);
    if (rest.energyField().isPresent() && !rest.hasTwoWells()) {
      throw new UnusableInput(
          "the barrier at zero voltage must be above zero for two stable states, but the bias and"
              + " stray field, "
              + field(rest.field().bx())
              + ", "
              + field(rest.field().by())
              + ", "
              + field(rest.field().bz())
              + ", leave none beside the net uniaxial field, "
              + field(EffectiveField.uniaxialTesla(device, 0, temperatureKelvin))
              + "; a smaller biasField would be accepted");
    }
  }

  private static String field(double tesla) {
    return Quantity.print(
        Double.parseDouble(String.format(Locale.ROOT, "%.3e", tesla)), Dimension.MAGNETIC_FIELD);
  }

  private RestingWells() {}
}
