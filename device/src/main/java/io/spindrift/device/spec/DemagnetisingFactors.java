package io.spindrift.device.spec;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.document.Declared;

/**
 * The diagonal of the demagnetising tensor N along the axes of the pillar; its trace is 1.
 *
 * @param x factor along the major axis
 * @param y factor along the minor axis
 * @param z factor along the easy axis
 */
public record DemagnetisingFactors(
    @Declared(says = "Factor along the major axis", min = 0, max = 1) double x,
    @Declared(says = "Factor along the minor axis", min = 0, max = 1) double y,
    @Declared(says = "Factor along the easy axis", min = 0, max = 1) double z) {
  private static final double TRACE_TOLERANCE = 1e-4;

  /** Checks the range of each factor and the trace. */
  public DemagnetisingFactors {
    Require.inRange("demagnetising x", x, 0, 1, "");
    Require.inRange("demagnetising y", y, 0, 1, "");
    Require.inRange("demagnetising z", z, 0, 1, "");
    double trace = x + y + z;
    if (!(Math.abs(trace - 1) <= TRACE_TOLERANCE)) {
      throw new IllegalArgumentException(
          "demagnetising x + y + z must be 1 to within " + TRACE_TOLERANCE + ", but was " + trace);
    }
  }
}
