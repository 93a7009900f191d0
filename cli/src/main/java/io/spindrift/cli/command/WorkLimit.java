package io.spindrift.cli.command;

import io.spindrift.numerics.UnusableInput;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Refuses work that no machine finishes, before it is begun. */
final class WorkLimit {
  /** About two and a half core-days at 450 million steps per second. */
  private static final double MOST_STEPS = 1e14;

  private static final double STEPS_PER_CORE_DAY = 450e6 * 86_400;

  /** Beyond it the density needs more exponential steps than a day allows. */
  private static final double MOST_COMPUTED_SECONDS = 100e-6;

  /**
   * Refuses too many integration steps.
   *
   * @param trajectories how many in all: points, states, devices and repetitions multiplied
   * @param seconds simulated time of each
   * @param stepSeconds integration step
   * @throws UnusableInput with the number of steps and what they would cost
   */
  static void requireSteps(double trajectories, double seconds, double stepSeconds) {
    double steps = trajectories * Math.max(1, seconds / stepSeconds);
    if (!(steps <= MOST_STEPS)) {
      throw new UnusableInput(
          String.format(
              Locale.ROOT,
              "the work must be at most %.0e integration steps, but would be %.1e, about %.2g"
                  + " core-days; fewer trajectories or points, shorter times or a longer step"
                  + " would be accepted",
              MOST_STEPS,
              steps,
              steps / STEPS_PER_CORE_DAY));
    }
  }

  /**
   * Refuses times over which a probability density is not carried.
   *
   * @param seconds pulse and relaxation together
   * @throws UnusableInput with the time that would be accepted
   */
  static void requireComputable(double seconds) {
    if (!(seconds <= MOST_COMPUTED_SECONDS)) {
      throw new UnusableInput(
          String.format(
              Locale.ROOT,
              "pulse and relaxation together must be at most 100 us for --method fokker-planck, but"
                  + " were %.3g s; device retention gives the rates of longer times",
              seconds));
    }
  }

  /** Time of the longest pulse with the relaxation after it. */
  static double longestSeconds(List<Double> pulseSeconds, double relaxSeconds) {
    return relaxSeconds + Collections.max(pulseSeconds);
  }

  private WorkLimit() {}
}
