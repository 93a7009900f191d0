package io.spindrift.device.assembly;

import io.spindrift.device.switching.SwitchingSettings;
import io.spindrift.numerics.Require;
import java.util.List;

/**
 * How a junction is made from its description.
 *
 * @param pulseSeconds pulse widths of the switching curve
 * @param trajectories trajectories per pulse width and direction of the curve
 * @param populationDevices varied devices simulated at the operating point
 * @param populationTrajectories trajectories per device and direction
 * @param stepSeconds largest integration step
 * @param relaxSeconds time at zero voltage after the pulse
 */
public record AssemblySettings(
    List<Double> pulseSeconds,
    int trajectories,
    int populationDevices,
    int populationTrajectories,
    double stepSeconds,
    double relaxSeconds) {

  /** Checks every component. */
  public AssemblySettings {
    pulseSeconds = List.copyOf(pulseSeconds);
    pulseSeconds.forEach(pulse -> Require.positive("pulse", pulse, "s"));
    Require.atLeast("pulse widths", pulseSeconds.size(), 1);
    Require.atLeast("trajectories", trajectories, 1);
    Require.atLeast("population devices", populationDevices, 1);
    Require.atLeast("population trajectories", populationTrajectories, 1);
    Require.positive("step", stepSeconds, "s");
    Require.notNegative("relax", relaxSeconds, "s");
  }

  SwitchingSettings curve(double voltageVolts, double temperatureKelvin) {
    return new SwitchingSettings(
        pulseSeconds, voltageVolts, temperatureKelvin, trajectories, stepSeconds, relaxSeconds);
  }

  SwitchingSettings population(double voltageVolts, double temperatureKelvin, double pulse) {
    return new SwitchingSettings(
        List.of(pulse),
        voltageVolts,
        temperatureKelvin,
        populationTrajectories,
        stepSeconds,
        relaxSeconds);
  }
}
