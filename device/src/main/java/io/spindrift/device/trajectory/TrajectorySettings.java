package io.spindrift.device.trajectory;

import io.spindrift.device.drive.Waveform;
import io.spindrift.numerics.Require;

/**
 * What is recorded.
 *
 * @param waveform voltage of the source
 * @param relaxSeconds time at zero source voltage after it
 * @param temperatureKelvin temperature of the surroundings and before the waveform
 * @param stepSeconds largest integration step; each straight line of the source is divided evenly
 * @param every a sample is kept after every so many steps, and at each end of a line
 * @param noise whether the thermal field acts
 * @param start where the magnetisation begins
 */
public record TrajectorySettings(
    Waveform waveform,
    double relaxSeconds,
    double temperatureKelvin,
    double stepSeconds,
    int every,
    boolean noise,
    Start start) {
  /** Largest number of steps of one trajectory. */
  public static final long MOST_STEPS = 1_000_000_000L;

  /** Largest number of samples that are kept. */
  public static final long MOST_SAMPLES = 10_000_000L;

  /** Checks every component. */
  public TrajectorySettings {
    Require.notNegative("relax", relaxSeconds, "s");
    Require.positive("temperature", temperatureKelvin, "K");
    Require.positive("step", stepSeconds, "s");
    Require.atLeast("every", every, 1);
    double steps = (waveform.endSeconds() + relaxSeconds) / stepSeconds;
    if (!(steps <= MOST_STEPS)) {
      throw new IllegalArgumentException(
          "a trajectory must have at most "
              + MOST_STEPS
              + " steps, but would have "
              + (long) steps
              + "; lengthen the step or shorten the waveform");
    }
    if (!(steps / every <= MOST_SAMPLES)) {
      throw new IllegalArgumentException(
          "a trajectory must keep at most "
              + MOST_SAMPLES
              + " samples, but would keep "
              + (long) (steps / every)
              + "; keep fewer steps");
    }
  }
}
