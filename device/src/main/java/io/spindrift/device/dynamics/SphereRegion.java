package io.spindrift.device.dynamics;

import io.spindrift.device.MagneticState;

/** A part of the unit sphere of magnetisation directions. */
public enum SphereRegion {
  /** mz greater than zero: the well of the parallel state. */
  UPPER,
  /** mz less than zero: the well of the antiparallel state. */
  LOWER,
  /** All directions. */
  WHOLE;

  /** The well of a state; the fixed layer points along +z. */
  public static SphereRegion wellOf(MagneticState state) {
    return state == MagneticState.PARALLEL ? UPPER : LOWER;
  }

  double lowest() {
    return this == UPPER ? 0 : -1;
  }

  double highest() {
    return this == LOWER ? 0 : 1;
  }
}
