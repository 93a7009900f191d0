package io.spindrift.device.retention;

import io.spindrift.device.MagneticState;
import io.spindrift.device.dynamics.LinearField;
import io.spindrift.numerics.NumericalFailure;
import java.util.Comparator;
import java.util.List;

/**
 * Where a macrospin rests in a field, without thermal agitation and without spin-transfer torque.
 *
 * <p>For a field B across the easy axis of a uniaxial layer this is sin theta = B/Bk up to
 * saturation at B = Bk (E. C. Stoner and E. P. Wohlfarth, Phil. Trans. R. Soc. A 240, 599 (1948)).
 */
public final class RestingSide {
  /**
   * mz of the well on the side of a state; of the lowest direction where that side has no well.
   *
   * @param field the whole field on the layer
   * @param state the side: mz greater than zero for the parallel state
   * @throws NumericalFailure when no stationary direction is found
   */
  public static double mz(LinearField field, MagneticState state) {
    double sign = state == MagneticState.PARALLEL ? 1 : -1;
    List<StationaryPoint> points = StationaryPoints.of(field);
    Comparator<StationaryPoint> lower = Comparator.comparingDouble(StationaryPoint::energyTesla);
    return points.stream()
        .filter(point -> point.isMinimum() && sign * point.z() > 0)
        .min(lower)
        .or(() -> points.stream().min(lower))
        .orElseThrow(() -> new NumericalFailure("no direction of rest in " + field))
        .z();
  }

  private RestingSide() {}
}
