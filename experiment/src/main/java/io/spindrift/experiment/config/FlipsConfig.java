package io.spindrift.experiment.config;

import io.spindrift.diffusion.bits.BitSampler;
import io.spindrift.memory.process.FlipSchedule;
import io.spindrift.numerics.document.Declared;
import java.util.Locale;

/**
 * How bits flip, in bit-flip diffusion.
 *
 * @param schedule how the correlation with the image falls
 * @param finalCorrelation correlation that is left after the last step
 * @param firstPlaneFactor steps of the most significant plane for each step of the least
 * @param pulses whose flip probabilities
 * @param end how an image is taken from the last probabilities
 */
public record FlipsConfig(
    @Declared(
            says =
                "How the correlation of bits with the image falls: cosine, or constant (by one"
                    + " factor a step)",
            defaultValue = "cosine")
        Schedule schedule,
    @Declared(
            says = "Correlation with the image that is left after the last step",
            defaultValue = "0.001",
            min = 0,
            max = 0.5)
        double finalCorrelation,
    @Declared(
            says =
                "Steps that the most significant plane lives through for each step of the least;"
                    + " below 1, outlines go last",
            defaultValue = "1",
            min = 0.01,
            max = 100)
        double firstPlaneFactor,
    @Declared(
            says =
                "Whose flip probabilities: ideal (0 and 1 alike) or device (pulses of the junction,"
                    + " as they are)",
            defaultValue = "ideal")
        Pulses pulses,
    @Declared(
            says =
                "How a drawn image is taken from its last probabilities: drawn, or likeliest (the"
                    + " more probable bit)",
            defaultValue = "drawn")
        BitSampler.End end) {
  /** How the correlation falls. */
  public enum Schedule {
    /** Along a squared cosine. */
    COSINE,
    /** By the same factor each step. */
    CONSTANT
  }

  /** Whose flip probabilities are taken. */
  public enum Pulses {
    /** Pulses of any strength that do not care for the state. */
    IDEAL,
    /** The shortest pulses of the configured device. */
    DEVICE
  }

  /** Checks that a constant factor can lead to the correlation left. */
  public FlipsConfig {
    if (schedule == Schedule.CONSTANT && finalCorrelation == 0) {
      throw new IllegalArgumentException(
          "finalCorrelation must be positive with the schedule constant, but was 0");
    }
  }

  /** The schedule of a number of steps and planes. */
  public FlipSchedule of(int steps, int planes) {
    return of(schedule, steps, planes);
  }

  /** The same with another way to fall. */
  public FlipSchedule of(Schedule way, int steps, int planes) {
    FlipSchedule alike =
        switch (way) {
          case COSINE -> FlipSchedule.cosine(steps, finalCorrelation);
          case CONSTANT ->
              FlipSchedule.constant(steps, -0.5 * Math.expm1(Math.log(finalCorrelation) / steps));
        };
    return firstPlaneFactor == 1
        ? alike
        : alike.withMostSignificantFactor(firstPlaneFactor, planes);
  }

  /** The schedule in a few words. */
  public String words() {
    return schedule.name().toLowerCase(Locale.ROOT)
        + " schedule"
        + (pulses == Pulses.DEVICE ? " of the device's pulses" : "");
  }
}
