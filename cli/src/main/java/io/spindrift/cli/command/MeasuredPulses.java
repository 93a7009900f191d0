package io.spindrift.cli.command;

import static io.spindrift.cli.command.GivenQuantity.checked;

import io.spindrift.device.MagneticState;
import io.spindrift.device.assembly.MeasuredJunction;
import io.spindrift.device.measured.MeasuredSwitchingModel;
import io.spindrift.device.spec.MeasuredDevice;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.util.List;
import java.util.Optional;

/** The pulse widths at which a measured device is shown when none are asked for. */
final class MeasuredPulses {
  /**
   * The widths that were measured, in both states or the one asked for.
   *
   * @throws UnusableInput when nothing was measured there
   */
  static List<Double> of(MeasuredDevice device, double volts, Optional<MagneticState> only) {
    MeasuredSwitchingModel model = checked(() -> MeasuredJunction.model(device));
    List<MagneticState> states =
        only.map(List::of).orElseGet(() -> List.of(MagneticState.values()));
    List<Double> pulses =
        model.pulseSeconds(states.getFirst(), volts).stream()
            .filter(pulse -> states.stream().allMatch(s -> model.covers(s, volts, pulse)))
            .toList();
    if (pulses.isEmpty()) {
      throw new UnusableInput(
          "--voltage must be one at which %s was measured out of %s, but at %s it was not%s"
              .formatted(
                  device.name(),
                  only.map(MagneticState::shortName).orElse("both states"),
                  Quantity.print(volts, Dimension.VOLTAGE),
                  only.isPresent() ? "" : "; --from p or --from ap may be covered"));
    }
    return pulses;
  }

  private MeasuredPulses() {}
}
