package io.spindrift.device.export;

import io.spindrift.device.MagneticState;
import io.spindrift.device.dynamics.EffectiveField;
import io.spindrift.device.dynamics.LinearField;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.numerics.Constants;
import io.spindrift.numerics.NumericalFailure;

/**
 * Where the magnetisation of a state rests at zero voltage: the unit vector along its own field.
 *
 * <p>Found by the steepest descent dm/dt = -m x (m x B) from near the pole of the state, until |m x
 * B| is below 1e-12 of the largest slope of the field.
 *
 * @param x component along the major axis
 * @param y component along the minor axis
 * @param z component along the easy axis
 */
public record RestDirection(double x, double y, double z) {
  private static final double TOLERANCE = 1e-12;
  private static final double STRIDE = 0.1;
  private static final int MOST_STEPS = 1_000_000;
  private static final double START_TILT = 1e-3;

  /**
   * The resting direction of a state.
   *
   * @throws NumericalFailure when the state has none, because the field overcomes its barrier
   */
  public static RestDirection of(MacrospinDevice device, MagneticState state) {
    LinearField field = EffectiveField.of(device, 0);
    double sign = state == MagneticState.PARALLEL ? 1 : -1;
    double scale =
        Math.abs(field.kx())
            + Math.abs(field.ky())
            + Math.abs(field.kz())
            + Math.abs(field.bx())
            + Math.abs(field.by())
            + Math.abs(field.bz());
    RestDirection m = unit(START_TILT, START_TILT, sign);
    for (int step = 0; step < MOST_STEPS; step++) {
      double ex = field.bx() + field.kx() * m.x;
      double ey = field.by() + field.ky() * m.y;
      double ez = field.bz() + field.kz() * m.z;
      double along = ex * m.x + ey * m.y + ez * m.z;
      double tx = ex - along * m.x;
      double ty = ey - along * m.y;
      double tz = ez - along * m.z;
      double torque = Math.sqrt(tx * tx + ty * ty + tz * tz);
      if (torque <= TOLERANCE * scale) {
        break;
      }
      double stride = STRIDE / scale;
      m = unit(m.x + stride * tx, m.y + stride * ty, m.z + stride * tz);
    }
    if (!(sign * m.z > 0)) {
      throw new NumericalFailure(
          "the %s state of %s must rest on its own side, but slides to mz = %.4f"
              .formatted(state.word(), device.name(), m.z));
    }
    return unit(snapped(m.x), snapped(m.y), snapped(m.z));
  }

  /** A unit vector at right angles to this one and to the easy axis. */
  RestDirection across() {
    double inPlane = Math.hypot(x, y);
    return inPlane < 1e-9
        ? new RestDirection(0, 1, 0)
        : new RestDirection(-y / inPlane, x / inPlane, 0);
  }

  /**
   * Root of the mean square thermal angle of a state at zero voltage, 1/sqrt(stability factor), in
   * radians.
   */
  public static double thermalTilt(MacrospinDevice device, double temperatureKelvin) {
    return Math.sqrt(
        2
            * Constants.BOLTZMANN_JOULES_PER_KELVIN
            * temperatureKelvin
            / (EffectiveField.uniaxialTesla(device, 0)
                * device.freeLayer().momentAmpereSquareMeters()));
  }

  /** Zero for what the descent leaves of a component that vanishes. */
  private static double snapped(double component) {
    return Math.abs(component) < 1e-11 ? 0 : component;
  }

  private static RestDirection unit(double x, double y, double z) {
    double norm = Math.sqrt(x * x + y * y + z * z);
    return new RestDirection(x / norm, y / norm, z / norm);
  }
}
