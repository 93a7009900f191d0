package io.spindrift.device.trajectory;

import io.spindrift.device.MagneticState;
import io.spindrift.numerics.Require;

/** Where a recorded trajectory begins. */
public sealed interface Start {
  /** The state before the waveform, whose conductance the circuit sees at first. */
  MagneticState state();

  /**
   * Thermal equilibrium of the well of a state; without noise the bottom of that well.
   *
   * @param state the well
   */
  record Equilibrium(MagneticState state) implements Start {}

  /**
   * A given direction of the magnetisation, normalised on use.
   *
   * @param x component along the major axis
   * @param y component along the minor axis
   * @param z component along the easy axis
   */
  record Direction(double x, double y, double z) implements Start {
    /** Checks that there is a direction. */
    public Direction {
      Require.finite("start x", x, "");
      Require.finite("start y", y, "");
      Require.finite("start z", z, "");
      Require.positive("length of the start", Math.sqrt(x * x + y * y + z * z), "");
    }

    @Override
    public MagneticState state() {
      return z >= 0 ? MagneticState.PARALLEL : MagneticState.ANTIPARALLEL;
    }
  }
}
