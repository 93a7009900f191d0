package io.spindrift.device.landscape;

import io.spindrift.device.MagneticState;
import io.spindrift.device.dynamics.LinearField;
import io.spindrift.numerics.NumericalFailure;

/**
 * The undamped orbit through a saddle, and what damping takes from the moment along it.
 *
 * <p>The moment turns at the speed gamma |m x B| along the line of equal energy and loses, per Ms
 * V, alpha gamma |m x B|^2 a second: over the orbit alpha S with S = int |m x B| ds, a line
 * integral over the arc s. The orbit ends at the next saddle of the same energy: the same one for a
 * single pass, the opposite one for two equal passes. It is walked in arc length, where the
 * infinite time near a saddle does not matter.
 */
public final class SaddleContour {
  private static final double STRIDE = 2e-3;
  private static final double CLOSE = 2.5 * STRIDE;
  private static final double SAME_ENERGY = 1e-7;
  private static final int MOST_STEPS = 20_000;

  private final EnergyLandscape landscape;
  private final LinearField field;
  private final StationaryPoint saddle;

  private SaddleContour(EnergyLandscape landscape, StationaryPoint saddle) {
    this.landscape = landscape;
    this.field = landscape.field();
    this.saddle = saddle;
  }

  /**
   * S in tesla for the orbit on the side of a well.
   *
   * @throws NumericalFailure when the orbit does not close
   */
  public static double actionTesla(
      EnergyLandscape landscape, StationaryPoint saddle, MagneticState side) {
    return new SaddleContour(landscape, saddle).walk(side);
  }

  private double walk(MagneticState side) {
    double[] top = {saddle.x(), saddle.y(), saddle.z()};
    double[] m = Tangent.moved(top, CLOSE, departure(top, side));
    double before = torque(m);
    double sum = 0.5 * CLOSE * before;
    double sense = Tangent.dot(turn(m, 1), departure(top, side)) > 0 ? 1 : -1;
    for (int i = 0; i < MOST_STEPS; i++) {
      m = onLevel(step(m, sense));
      double here = torque(m);
      sum += 0.5 * STRIDE * (before + here);
      before = here;
      double left = i < 10 ? 1 : distanceToPass(m);
      if (left < CLOSE) {
        return sum + 0.5 * left * here;
      }
    }
    throw new NumericalFailure(
        "the orbit through the saddle (%g, %g, %g) must close, but did not within %d steps"
            .formatted(saddle.x(), saddle.y(), saddle.z(), MOST_STEPS));
  }

  /** Tangent of the level line that leaves the saddle on the side of a well. */
  private double[] departure(double[] top, MagneticState side) {
    Tangent plane = Tangent.at(field, top);
    double[] down = plane.lowDirection();
    StationaryPoint reached =
        EnergyLandscape.descend(field, saddle, 1, landscape.parallel(), landscape.antiparallel());
    double sign = reached.equals(landscape.well(side)) ? 1 : -1;
    double[] across = Tangent.cross(top, down);
    double slope = Math.sqrt(-plane.low() / plane.high());
    return Tangent.unit(
        new double[] {
          sign * down[0] + slope * across[0],
          sign * down[1] + slope * across[1],
          sign * down[2] + slope * across[2]
        });
  }

  private double[] step(double[] m, double sense) {
    double[] a = turn(m, sense);
    double[] b = turn(Tangent.moved(m, 0.5 * STRIDE, a), sense);
    double[] c = turn(Tangent.moved(m, 0.5 * STRIDE, b), sense);
    double[] d = turn(Tangent.moved(m, STRIDE, c), sense);
    double[] mean = new double[3];
    for (int i = 0; i < 3; i++) {
      mean[i] = (a[i] + 2 * b[i] + 2 * c[i] + d[i]) / 6;
    }
    return Tangent.moved(m, STRIDE, mean);
  }

  private double[] onLevel(double[] m) {
    Tangent t = Tangent.at(field, m);
    double steep = t.gradientE() * t.gradientE() + t.gradientF() * t.gradientF();
    double off = saddle.energyTesla() - field.energyTesla(m[0], m[1], m[2]);
    double share = off / steep;
    return Tangent.moved(m, share, t.combined(t.gradientE(), t.gradientF()));
  }

  private double distanceToPass(double[] m) {
    double nearest = 1;
    for (StationaryPoint p : landscape.passes()) {
      double scale = landscape.barrierTesla(MagneticState.PARALLEL);
      if (Math.abs(p.energyTesla() - saddle.energyTesla()) < SAME_ENERGY * scale) {
        double x = m[0] - p.x();
        double y = m[1] - p.y();
        double z = m[2] - p.z();
        nearest = Math.min(nearest, Math.sqrt(x * x + y * y + z * z));
      }
    }
    return nearest;
  }

  private double torque(double[] m) {
    Tangent t = Tangent.at(field, m);
    return Math.hypot(t.gradientE(), t.gradientF());
  }

  /** Unit tangent of the level line: the direction of m x B. */
  private double[] turn(double[] m, double sense) {
    Tangent t = Tangent.at(field, m);
    double norm = sense / Math.hypot(t.gradientE(), t.gradientF());
    return t.combined(norm * t.gradientF(), -norm * t.gradientE());
  }
}
