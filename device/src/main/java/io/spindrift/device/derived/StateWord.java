package io.spindrift.device.derived;

import io.spindrift.device.MagneticState;

/** The two states in the names of quantities. */
final class StateWord {
  static String of(MagneticState state) {
    return state == MagneticState.PARALLEL ? "P" : "AP";
  }

  static String field(MagneticState state) {
    return state == MagneticState.PARALLEL ? "parallel" : "antiparallel";
  }

  private StateWord() {}
}
