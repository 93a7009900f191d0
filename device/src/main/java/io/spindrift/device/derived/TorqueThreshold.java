package io.spindrift.device.derived;

import io.spindrift.device.MagneticState;
import io.spindrift.device.dynamics.EffectiveField;
import io.spindrift.device.dynamics.LinearField;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.transport.JunctionConductance;

/**
 * The smallest voltage at which spin-transfer torque and VCMA leave a state without damping.
 *
 * <p>Near m = s z, s = +1 or -1, a small angle changes at the rate -(gamma/(1 + alpha^2)) (alpha
 * (Bk + s b) + s a): Bk uniaxial field, b the field along z, a the damping-like field. The state is
 * undamped where alpha (Bk(V) + s b(V)) + s a(V) turns negative; fields in the plane are left out.
 */
final class TorqueThreshold {
  private static final double MOST_VOLTS = 10;
  private static final int STEPS = 4000;

  /** The threshold in volts, with its sign; NaN when there is none within 10 V. */
  static double volts(MacrospinDevice device, MagneticState state, double kelvin) {
    for (int i = 1; i <= STEPS; i++) {
      double size = MOST_VOLTS * i / STEPS;
      for (double sign : new double[] {1, -1}) {
        if (margin(device, state, sign * size, kelvin) < 0) {
          return root(device, state, sign * (size - MOST_VOLTS / STEPS), sign * size, kelvin);
        }
      }
    }
    return Double.NaN;
  }

  private static double root(
      MacrospinDevice device, MagneticState state, double damped, double undamped, double kelvin) {
    double inside = damped;
    double outside = undamped;
    for (int i = 0; i < 60; i++) {
      double middle = 0.5 * (inside + outside);
      if (margin(device, state, middle, kelvin) < 0) {
        outside = middle;
      } else {
        inside = middle;
      }
    }
    return outside;
  }

  private static double margin(
      MacrospinDevice device, MagneticState state, double volts, double kelvin) {
    LinearField field = EffectiveField.of(device, volts, kelvin);
    double side = JunctionConductance.cosineOf(state);
    double uniaxial = field.kz() - 0.5 * (field.kx() + field.ky());
    return device.freeLayer().damping() * (uniaxial + side * field.bz()) + side * field.twist();
  }

  private TorqueThreshold() {}
}
