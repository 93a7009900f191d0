package io.spindrift.device.switching;

import io.spindrift.device.MagneticState;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * P(switch) against pulse width and voltage: one switching curve for each voltage.
 *
 * @param curves the curves by increasing voltage
 */
public record SwitchingMap(List<SwitchingCurve> curves) {
  /**
   * One point of a map.
   *
   * @param voltageVolts pulse amplitude
   * @param point pulse width, direction and probability
   */
  public record Place(double voltageVolts, SwitchingPoint point) {}

  /** Copies the curves. */
  public SwitchingMap {
    curves = List.copyOf(curves);
    if (curves.isEmpty()) {
      throw new IllegalArgumentException("a switching map must have voltages, but had none");
    }
  }

  /**
   * The map of a macrospin by Monte Carlo.
   *
   * @param device the junction
   * @param settings what to simulate; its voltage is not used
   * @param voltageVolts pulse amplitudes
   * @param from states before the pulse
   * @param key where all its chance comes from, by voltage
   * @param workers threads that share the trajectories
   * @param progress told of every curve
   */
  public static SwitchingMap sampled(
      MacrospinDevice device,
      SwitchingSettings settings,
      List<Double> voltageVolts,
      Set<MagneticState> from,
      StreamKey key,
      Workers workers,
      Progress progress) {
    List<SwitchingCurve> curves = new ArrayList<>();
    for (int i = 0; i < voltageVolts.size(); i++) {
      curves.add(
          SwitchingExperiment.run(
              device,
              settings.withVoltage(voltageVolts.get(i)),
              SwitchingExperiment.DEFAULT_KERNEL,
              from,
              key.at(i),
              workers,
              progress));
    }
    return new SwitchingMap(curves);
  }

  /** Every point of one direction, by voltage and then by pulse width. */
  public List<Place> from(MagneticState state) {
    List<Place> places = new ArrayList<>();
    for (SwitchingCurve curve : curves) {
      curve.from(state).forEach(point -> places.add(new Place(curve.voltageVolts(), point)));
    }
    return places;
  }

  /** The point of one direction with the smallest write error; the shortest pulse wins a tie. */
  public Place best(MagneticState state) {
    List<Place> places = from(state);
    Place best = places.getFirst();
    for (Place place : places) {
      double gain = best.point().writeErrorRate() - place.point().writeErrorRate();
      if (gain > 0 || (gain == 0 && place.point().pulseSeconds() < best.point().pulseSeconds())) {
        best = place;
      }
    }
    return best;
  }
}
