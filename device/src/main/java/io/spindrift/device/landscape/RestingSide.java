package io.spindrift.device.landscape;

import io.spindrift.device.MagneticState;
import io.spindrift.device.dynamics.LinearField;
import java.util.OptionalDouble;

/**
 * Where a macrospin rests in a field, without thermal agitation and without spin-transfer torque.
 *
 * <p>For a field B across the easy axis of a uniaxial layer this is sin theta = B/Bk up to
 * saturation at B = Bk (E. C. Stoner and E. P. Wohlfarth, Phil. Trans. R. Soc. A 240, 599 (1948)).
 */
public final class RestingSide {
  /** Share of mz below which a direction lies in the plane, on neither side. */
  private static final double IN_PLANE = 1e-6;

  /**
   * mz of the well on the side of a state; empty where that side has none, as beyond saturation.
   *
   * @param field the whole field on the layer
   * @param state the side: mz greater than zero for the parallel state
   */
  public static OptionalDouble mz(LinearField field, MagneticState state) {
    return EnergyLandscape.bottom(field, state).stream()
        .mapToDouble(StationaryPoint::z)
        .filter(z -> Math.abs(z) > IN_PLANE)
        .findFirst();
  }

  private RestingSide() {}
}
