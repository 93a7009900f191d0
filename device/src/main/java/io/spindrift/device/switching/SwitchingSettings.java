package io.spindrift.device.switching;

import io.spindrift.device.MagneticState;
import io.spindrift.device.drive.Drive;
import io.spindrift.device.drive.PulseShape;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.numerics.Require;
import java.util.List;

/**
 * What a switching experiment simulates.
 *
 * @param pulseSeconds pulse widths
 * @param voltageVolts pulse amplitude
 * @param temperatureKelvin temperature
 * @param trajectories independent trajectories per pulse width and direction
 * @param stepSeconds largest integration step; each segment is divided evenly
 * @param relaxSeconds time at zero voltage after the pulse, before the state is read
 * @param shape edges of the pulse
 */
public record SwitchingSettings(
    List<Double> pulseSeconds,
    double voltageVolts,
    double temperatureKelvin,
    int trajectories,
    double stepSeconds,
    double relaxSeconds,
    PulseShape shape) {
  /** Step that keeps the Boltzmann law to within the error of 10^5 samples. */
  public static final double DEFAULT_STEP_SECONDS = 1e-12;

  /** Time after which a junction of ordinary damping has settled in a well. */
  public static final double DEFAULT_RELAX_SECONDS = 10e-9;

  /** Checks every component. */
  public SwitchingSettings {
    pulseSeconds = List.copyOf(pulseSeconds);
    if (pulseSeconds.isEmpty()) {
      throw new IllegalArgumentException("pulse widths must be given, but there were none");
    }
    for (double pulse : pulseSeconds) {
      Require.positive("pulse", pulse, "s");
    }
    Require.finite("voltage", voltageVolts, "V");
    Require.positive("temperature", temperatureKelvin, "K");
    Require.atLeast("trajectories", trajectories, 1);
    Require.positive("step", stepSeconds, "s");
    Require.notNegative("relax", relaxSeconds, "s");
  }

  /** An experiment with rectangular pulses. */
  public SwitchingSettings(
      List<Double> pulseSeconds,
      double voltageVolts,
      double temperatureKelvin,
      int trajectories,
      double stepSeconds,
      double relaxSeconds) {
    this(
        pulseSeconds,
        voltageVolts,
        temperatureKelvin,
        trajectories,
        stepSeconds,
        relaxSeconds,
        PulseShape.IDEAL);
  }

  /** The same experiment at other pulse widths. */
  public SwitchingSettings withPulses(List<Double> others) {
    return new SwitchingSettings(
        others, voltageVolts, temperatureKelvin, trajectories, stepSeconds, relaxSeconds, shape);
  }

  /** The same experiment at another voltage. */
  public SwitchingSettings withVoltage(double volts) {
    return new SwitchingSettings(
        pulseSeconds, volts, temperatureKelvin, trajectories, stepSeconds, relaxSeconds, shape);
  }

  /** What one pulse does to a device that starts in a state. */
  public Drive drive(MacrospinDevice device, double pulse, MagneticState from) {
    return Drive.of(
        device,
        shape.pulse(voltageVolts, pulse),
        relaxSeconds,
        temperatureKelvin,
        from,
        stepSeconds);
  }
}
