package io.spindrift.device.dynamics;

import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.numerics.Constants;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;

/**
 * How long an integration step may be for the precession that it has to follow.
 *
 * <p>A Heun step that turns m by the angle x = gamma B dt/(1 + alpha^2) stretches the part of m
 * across the field by sqrt(1 + x^4/4), an antidamping of x^4/8 against the Gilbert damping alpha x.
 * The limit is where the first is a tenth of the second, x = (0.8 alpha)^(1/3), and never above
 * half a radian. B is bounded by |b| + (largest less smallest slope) + |twist|: the part of a field
 * along m does nothing.
 */
public final class StepLimit {
  private static final double LARGEST_SHARE = 0.1;
  private static final double LARGEST_ANGLE = 0.5;

  /** The longest step in seconds for a field and a damping; infinite where nothing turns. */
  public static double longestSeconds(LinearField field, double damping) {
    double high = Math.max(field.kx(), Math.max(field.ky(), field.kz()));
    double low = Math.min(field.kx(), Math.min(field.ky(), field.kz()));
    double constant = Math.hypot(Math.hypot(field.bx(), field.by()), field.bz());
    double tesla = constant + (high - low) + Math.abs(field.twist());
    double angle = Math.min(LARGEST_ANGLE, Math.cbrt(8 * LARGEST_SHARE * damping));
    double rate =
        Constants.GYROMAGNETIC_RATIO_RADIANS_PER_SECOND_TESLA * tesla / (1 + damping * damping);
    return angle / rate;
  }

  /**
   * Refuses a step that is too long for a device at a voltage.
   *
   * @param device the junction
   * @param voltageVolts voltage across the barrier
   * @param temperatureKelvin temperature of the free layer
   * @param stepSeconds the step
   * @throws UnusableInput with the step that would do
   */
  public static void require(
      MacrospinDevice device, double voltageVolts, double temperatureKelvin, double stepSeconds) {
    Require.positive("step", stepSeconds, "s");
    double longest =
        longestSeconds(
            EffectiveField.of(device, voltageVolts, temperatureKelvin),
            device.freeLayer().damping());
    if (!(stepSeconds <= longest)) {
      throw new UnusableInput(
          "step must be at most "
              + Quantity.print(rounded(longest), Dimension.TIME)
              + " for the precession at "
              + Quantity.print(voltageVolts, Dimension.VOLTAGE)
              + ", but was "
              + Quantity.print(stepSeconds, Dimension.TIME));
    }
  }

  /** Two digits, rounded down. */
  private static double rounded(double seconds) {
    double unit = Math.pow(10, Math.floor(Math.log10(seconds)) - 1);
    return Math.floor(seconds / unit) * unit;
  }

  private StepLimit() {}
}
