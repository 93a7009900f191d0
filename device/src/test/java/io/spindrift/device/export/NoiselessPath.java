package io.spindrift.device.export;

import io.spindrift.device.MagneticState;
import io.spindrift.device.dynamics.EffectiveField;
import io.spindrift.device.dynamics.HeunStepper;
import io.spindrift.device.spec.MacrospinDevice;
import java.util.function.DoubleUnaryOperator;

/** Our own integration of a device without noise, read at any time by linear interpolation. */
record NoiselessPath(double stepSeconds, double[][] points) {
  /**
   * The path from the resting direction of a state, tilted.
   *
   * @param volts voltage across the barrier against time
   */
  static NoiselessPath of(
      MacrospinDevice device,
      MagneticState state,
      double tilt,
      DoubleUnaryOperator volts,
      double stepSeconds,
      double endSeconds) {
    RestDirection rest = RestDirection.of(device, state);
    RestDirection across = rest.across();
    HeunStepper spin = new HeunStepper(device.freeLayer().damping());
    spin.start(
        Math.cos(tilt) * rest.x() + Math.sin(tilt) * across.x(),
        Math.cos(tilt) * rest.y() + Math.sin(tilt) * across.y(),
        Math.cos(tilt) * rest.z());
    int steps = (int) Math.ceil(endSeconds / stepSeconds);
    double[][] points = new double[steps + 1][];
    points[0] = new double[] {spin.mx(), spin.my(), spin.mz()};
    double last = Double.NaN;
    for (int i = 0; i < steps; i++) {
      double now = volts.applyAsDouble((i + 0.5) * stepSeconds);
      if (now != last) {
        spin.drive(EffectiveField.of(device, now), stepSeconds, 0);
        last = now;
      }
      spin.advanceWithoutNoise(1);
      points[i + 1] = new double[] {spin.mx(), spin.my(), spin.mz()};
    }
    return new NoiselessPath(stepSeconds, points);
  }

  /** A component at a time. */
  double at(double seconds, int component) {
    double at = seconds / stepSeconds;
    int before = (int) Math.clamp(Math.floor(at), 0, points.length - 2.0);
    double share = at - before;
    return points[before][component]
        + share * (points[before + 1][component] - points[before][component]);
  }
}
