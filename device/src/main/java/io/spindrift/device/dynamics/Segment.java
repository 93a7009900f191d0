package io.spindrift.device.dynamics;

import io.spindrift.device.spec.FreeLayer;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.util.Locale;

/**
 * A stretch of constant voltage, divided into equal steps that end exactly at its end.
 *
 * @param field deterministic field at that voltage
 * @param steps number of steps
 * @param stepSeconds length of each
 * @param thermalSigmaTesla standard deviation of each thermal component
 * @param diffusionPerSecond rotational diffusion coefficient D that this noise makes
 */
public record Segment(
    LinearField field,
    long steps,
    double stepSeconds,
    double thermalSigmaTesla,
    double diffusionPerSecond) {
  private static final double WHOLE_STEP_SLACK = 1e-6;
  private static final double MOST_STEPS = 1e9;

  /**
   * The stretch of {@code seconds} at {@code voltageVolts}.
   *
   * @param device the junction
   * @param voltageVolts voltage across the barrier
   * @param seconds length; zero gives no steps
   * @param temperatureKelvin temperature of the free layer
   * @param longestStepSeconds upper limit of the step
   * @throws UnusableInput when the stretch would take more than 10^9 steps
   */
  public static Segment of(
      MacrospinDevice device,
      double voltageVolts,
      double seconds,
      double temperatureKelvin,
      double longestStepSeconds) {
    if (!(seconds / longestStepSeconds <= MOST_STEPS)) {
      throw new UnusableInput(
          String.format(
              Locale.ROOT,
              "a stretch of constant voltage must take at most %.0e steps, but %s would take %.1e"
                  + " of %s; a shorter time or a longer step would be accepted",
              MOST_STEPS,
              Quantity.print(seconds, Dimension.TIME),
              seconds / longestStepSeconds,
              Quantity.print(longestStepSeconds, Dimension.TIME)));
    }
    long steps = (long) Math.ceil(seconds / longestStepSeconds - WHOLE_STEP_SLACK);
    double step = steps > 0 ? seconds / steps : longestStepSeconds;
    FreeLayer layer = device.atTemperature(temperatureKelvin).freeLayer();
    return new Segment(
        EffectiveField.of(device, voltageVolts, temperatureKelvin),
        steps,
        step,
        ThermalField.sigmaTesla(layer, temperatureKelvin, step),
        ThermalField.diffusionPerSecond(layer, temperatureKelvin));
  }

  /** Length of the stretch. */
  public double seconds() {
    return steps * stepSeconds;
  }
}
