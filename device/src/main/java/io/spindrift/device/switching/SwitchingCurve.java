package io.spindrift.device.switching;

import io.spindrift.device.MagneticState;
import io.spindrift.device.SwitchingModel;
import io.spindrift.numerics.Require;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * P(switch) against pulse width at one voltage and temperature, both directions.
 *
 * @param device what the device is called
 * @param voltageVolts pulse amplitude
 * @param temperatureKelvin temperature
 * @param points the points, by direction and then by pulse width
 */
public record SwitchingCurve(
    String device, double voltageVolts, double temperatureKelvin, List<SwitchingPoint> points) {

  /** Sorts and copies the points. */
  public SwitchingCurve {
    Require.finite("voltage", voltageVolts, "V");
    Require.positive("temperature", temperatureKelvin, "K");
    points =
        points.stream()
            .sorted(
                Comparator.comparing(SwitchingPoint::from)
                    .thenComparingDouble(SwitchingPoint::pulseSeconds))
            .toList();
    if (points.isEmpty()) {
      throw new IllegalArgumentException("switching curve must have points, but had none");
    }
  }

  /** The nominal curve of a model over the given pulse widths. */
  public static SwitchingCurve of(
      SwitchingModel model,
      double voltageVolts,
      double temperatureKelvin,
      List<Double> pulseSeconds) {
    List<SwitchingPoint> points = new ArrayList<>();
    for (MagneticState from : MagneticState.values()) {
      for (double pulse : pulseSeconds) {
        double p = model.probability(from, voltageVolts, pulse, temperatureKelvin, -1);
        points.add(SwitchingPoint.exact(pulse, from, p));
      }
    }
    return new SwitchingCurve(model.name(), voltageVolts, temperatureKelvin, points);
  }

  /** The points of one direction by increasing pulse width. */
  public List<SwitchingPoint> from(MagneticState state) {
    return points.stream().filter(point -> point.from() == state).toList();
  }

  /**
   * P(switch) interpolated linearly in pulse width.
   *
   * @throws IllegalArgumentException when the pulse lies outside the simulated range
   */
  public double probability(MagneticState from, double pulseSeconds) {
    List<SwitchingPoint> side = from(from);
    double first = side.getFirst().pulseSeconds();
    double last = side.getLast().pulseSeconds();
    double slack = 1e-9 * last;
    Require.inRange("pulse", pulseSeconds, first - slack, last + slack, "s");
    int next = 1;
    while (next < side.size() - 1 && side.get(next).pulseSeconds() < pulseSeconds) {
      next++;
    }
    if (side.size() == 1) {
      return side.getFirst().probability();
    }
    SwitchingPoint a = side.get(next - 1);
    SwitchingPoint b = side.get(next);
    double share = (pulseSeconds - a.pulseSeconds()) / (b.pulseSeconds() - a.pulseSeconds());
    return a.probability() + Math.clamp(share, 0, 1) * (b.probability() - a.probability());
  }
}
