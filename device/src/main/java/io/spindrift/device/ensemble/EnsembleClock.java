package io.spindrift.device.ensemble;

import io.spindrift.device.dynamics.Segment;
import io.spindrift.numerics.NumericalFailure;
import java.util.Locale;

/** Time and steps that an ensemble has behind it, for the sentence of a failure. */
final class EnsembleClock {
  private double seconds;
  private long steps;

  void reset() {
    seconds = 0;
    steps = 0;
  }

  void passed(Segment segment) {
    seconds += segment.seconds();
    steps += segment.steps();
  }

  /** Refuses a magnetisation that is not finite. */
  void requireFinite(double mx, double my, double mz, double stepSeconds) {
    if (!Double.isFinite(mx + my + mz)) {
      throw new NumericalFailure(
          String.format(
              Locale.ROOT,
              "magnetisation must stay finite, but was (%g, %g, %g) at %.6g s, step %d of %.3g s",
              mx,
              my,
              mz,
              seconds,
              steps,
              stepSeconds));
    }
  }
}
