package io.spindrift.experiment.config;

import io.spindrift.device.switching.OperatingPolicy;
import io.spindrift.numerics.document.Declared;
import io.spindrift.numerics.quantity.Dimension;
import java.util.List;

/**
 * How the junction is simulated; a closed-form device uses the pulse widths and the point alone.
 *
 * @param pulsesSeconds pulse widths of the switching curve
 * @param trajectories trajectories per pulse width and direction
 * @param populationDevices varied devices simulated at the operating point
 * @param populationTrajectories trajectories per varied device and direction
 * @param stepSeconds largest integration step
 * @param relaxSeconds time at zero voltage before the state is read
 * @param point how the operating point is chosen when the device does not give its pulse width
 */
public record CurveConfig(
    @Declared(
            says = "Pulse widths of the switching curve, a list or first:last:step",
            unit = Dimension.TIME,
            defaultValue = "0.2ns:5ns:0.1ns",
            min = 0,
            minExclusive = true,
            max = 1e-6)
        List<Double> pulsesSeconds,
    @Declared(
            says = "Trajectories per pulse width and direction",
            defaultValue = "1024",
            min = 16,
            max = 1e7)
        int trajectories,
    @Declared(
            says = "Varied devices simulated at the operating point",
            defaultValue = "48",
            min = 1,
            max = 1e5)
        int populationDevices,
    @Declared(
            says = "Trajectories per varied device and direction",
            defaultValue = "1024",
            min = 16,
            max = 1e6)
        int populationTrajectories,
    @Declared(
            says = "Largest integration step",
            unit = Dimension.TIME,
            defaultValue = "2ps",
            min = 1e-15,
            max = 1e-11)
        double stepSeconds,
    @Declared(
            says = "Time at zero voltage before the state is read",
            unit = Dimension.TIME,
            defaultValue = "10ns",
            min = 0,
            max = 1e-6)
        double relaxSeconds,
    @Declared(
            says = "How the operating point is chosen: auto, plateau or crossing",
            defaultValue = "auto")
        OperatingPolicy point) {
  /** Copies the list. */
  public CurveConfig {
    pulsesSeconds = List.copyOf(pulsesSeconds);
  }
}
