package io.spindrift.device.landscape;

import io.spindrift.device.MagneticState;
import io.spindrift.device.dynamics.LinearField;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The two wells of a macrospin and the passes between them, numerically exact for any field that is
 * linear in the magnetisation.
 *
 * @param field field without spin-transfer torque
 * @param parallel bottom of the well with mz greater than zero
 * @param antiparallel bottom of the well with mz less than zero
 * @param passes saddles between the two, the lowest first
 */
public record EnergyLandscape(
    LinearField field,
    StationaryPoint parallel,
    StationaryPoint antiparallel,
    List<StationaryPoint> passes) {
  private static final double DESCENT_STEP = 0.02;
  private static final double SAME_DIRECTION = 0.999;

  /** Copies the list. */
  public EnergyLandscape {
    passes = List.copyOf(passes);
  }

  /** The landscape of a field; empty when there are not two wells with a pass between them. */
  public static Optional<EnergyLandscape> of(LinearField field) {
    List<StationaryPoint> points = StationaryPoints.of(field);
    List<StationaryPoint> wells = points.stream().filter(StationaryPoint::isMinimum).toList();
    if (wells.size() != 2 || wells.get(0).z() * wells.get(1).z() >= 0) {
      return Optional.empty();
    }
    StationaryPoint up = wells.get(0).z() > 0 ? wells.get(0) : wells.get(1);
    StationaryPoint down = wells.get(0).z() > 0 ? wells.get(1) : wells.get(0);
    List<StationaryPoint> passes =
        points.stream()
            .filter(StationaryPoint::isSaddle)
            .filter(p -> p.ring() || joins(field, p, up, down))
            .sorted(Comparator.comparingDouble(StationaryPoint::energyTesla))
            .toList();
    return passes.isEmpty()
        ? Optional.empty()
        : Optional.of(new EnergyLandscape(field, up, down, passes));
  }

  /**
   * The lowest bottom on the side of a state, whether or not the other side has a well; empty when
   * the field has removed it.
   */
  public static Optional<StationaryPoint> bottom(LinearField field, MagneticState state) {
    return StationaryPoints.of(field).stream()
        .filter(StationaryPoint::isMinimum)
        .filter(p -> state == MagneticState.PARALLEL ? p.z() > 0 : p.z() < 0)
        .min(Comparator.comparingDouble(StationaryPoint::energyTesla));
  }

  /** The bottom of the well of a state. */
  public StationaryPoint well(MagneticState state) {
    return state == MagneticState.PARALLEL ? parallel : antiparallel;
  }

  /** The lowest pass. */
  public StationaryPoint pass() {
    return passes.getFirst();
  }

  /** Height of the lowest pass above the well of a state, per moment. */
  public double barrierTesla(MagneticState from) {
    return pass().energyTesla() - well(from).energyTesla();
  }

  /** Whether the energy does not change on turning about the easy axis. */
  public boolean axial() {
    return pass().ring();
  }

  private static boolean joins(
      LinearField field, StationaryPoint saddle, StationaryPoint a, StationaryPoint c) {
    StationaryPoint one = descend(field, saddle, 1, a, c);
    StationaryPoint other = descend(field, saddle, -1, a, c);
    return !one.equals(other);
  }

  /** The well that is reached by walking downhill from a saddle. */
  static StationaryPoint descend(
      LinearField field, StationaryPoint saddle, int side, StationaryPoint a, StationaryPoint c) {
    double[] start = {saddle.x(), saddle.y(), saddle.z()};
    double[] m = Tangent.moved(start, side * DESCENT_STEP, Tangent.at(field, start).lowDirection());
    for (int i = 0; i < 100_000; i++) {
      if (near(m, a)) {
        return a;
      }
      if (near(m, c)) {
        return c;
      }
      Tangent t = Tangent.at(field, m);
      double steepness = Math.hypot(t.gradientE(), t.gradientF());
      double limit = Math.abs(t.high()) + Math.abs(t.low());
      double stride = Math.min(DESCENT_STEP / steepness, 0.5 / limit);
      m = Tangent.moved(m, 1, t.combined(-stride * t.gradientE(), -stride * t.gradientF()));
    }
    return m[2] * a.z() > 0 ? a : c;
  }

  private static boolean near(double[] m, StationaryPoint point) {
    return m[0] * point.x() + m[1] * point.y() + m[2] * point.z() > SAME_DIRECTION;
  }
}
