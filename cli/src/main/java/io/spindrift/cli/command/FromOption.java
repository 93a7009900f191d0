package io.spindrift.cli.command;

import io.spindrift.device.MagneticState;
import io.spindrift.numerics.UnusableInput;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the option {@code --from}: the state before a pulse. */
final class FromOption {
  /** The state that {@code --from} names, if it was given. */
  static Optional<MagneticState> optional(@Nullable String from) {
    if (from == null) {
      return Optional.empty();
    }
    return Optional.of(
        MagneticState.named(from)
            .orElseThrow(
                () -> new UnusableInput("--from must be p or ap, but was '" + from + "'")));
  }

  private FromOption() {}
}
