package io.spindrift.device.rare;

import io.spindrift.device.MagneticState;
import io.spindrift.device.drive.Drive;
import io.spindrift.device.drive.PulseShape;
import io.spindrift.device.ensemble.Kernel;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.numerics.Require;
import java.util.List;

/**
 * Which write-error rates to find.
 *
 * @param pulseSeconds pulse widths
 * @param voltageVolts pulse amplitude
 * @param temperatureKelvin temperature
 * @param from states before the pulse
 * @param stepSeconds largest integration step
 * @param relaxSeconds time at zero voltage before the state is read
 * @param kernel how trajectories are computed
 * @param shape edges of the pulse
 */
public record WriteErrorSettings(
    List<Double> pulseSeconds,
    double voltageVolts,
    double temperatureKelvin,
    List<MagneticState> from,
    double stepSeconds,
    double relaxSeconds,
    Kernel kernel,
    PulseShape shape) {
  /** Checks every component. */
  public WriteErrorSettings {
    pulseSeconds = List.copyOf(pulseSeconds);
    from = List.copyOf(from);
    if (pulseSeconds.isEmpty() || from.isEmpty()) {
      throw new IllegalArgumentException(
          "pulse widths and states must be given, but were " + pulseSeconds + " and " + from);
    }
    for (double pulse : pulseSeconds) {
      Require.positive("pulse", pulse, "s");
    }
    Require.finite("voltage", voltageVolts, "V");
    Require.positive("temperature", temperatureKelvin, "K");
    Require.positive("step", stepSeconds, "s");
    Require.notNegative("relax", relaxSeconds, "s");
  }

  /** Rates of rectangular pulses. */
  public WriteErrorSettings(
      List<Double> pulseSeconds,
      double voltageVolts,
      double temperatureKelvin,
      List<MagneticState> from,
      double stepSeconds,
      double relaxSeconds,
      Kernel kernel) {
    this(
        pulseSeconds,
        voltageVolts,
        temperatureKelvin,
        from,
        stepSeconds,
        relaxSeconds,
        kernel,
        PulseShape.IDEAL);
  }

  /** What one pulse does to a device that starts in a state. */
  public Drive drive(MacrospinDevice device, double pulse, MagneticState state) {
    return Drive.of(
        device,
        shape.pulse(voltageVolts, pulse),
        relaxSeconds,
        temperatureKelvin,
        state,
        stepSeconds);
  }
}
