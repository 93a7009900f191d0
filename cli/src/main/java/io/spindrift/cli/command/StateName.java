package io.spindrift.cli.command;

import io.spindrift.device.MagneticState;
import io.spindrift.numerics.UnusableInput;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The short names of the two states: {@code p} and {@code ap}. */
final class StateName {
  /** The name of a state. */
  static String of(MagneticState state) {
    return state == MagneticState.PARALLEL ? "p" : "ap";
  }

  /** The state that {@code --from} names, if it was given. */
  static Optional<MagneticState> optional(@Nullable String from) {
    if (from == null) {
      return Optional.empty();
    }
    return Optional.of(
        switch (from.toLowerCase(Locale.ROOT)) {
          case "p", "parallel" -> MagneticState.PARALLEL;
          case "ap", "antiparallel" -> MagneticState.ANTIPARALLEL;
          default -> throw new UnusableInput("--from must be p or ap, but was '" + from + "'");
        });
  }

  private StateName() {}
}
