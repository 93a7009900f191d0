package io.spindrift.entropy.sp80022;

/**
 * How the hot loops run. Results do not depend on it: the vector loops give the bits, or the
 * counts, of the scalar ones.
 */
public enum HotLoops {
  /** Plain loops: ready at once, the choice for a few sequences. */
  SCALAR,
  /**
   * Vector loops: about three times as fast once compiled, which costs what some fifty sequences of
   * a million bits save.
   */
  VECTOR;

  private static final String MODULE = "jdk.incubator.vector";
  private static final boolean PRESENT = ModuleLayer.boot().findModule(MODULE).isPresent();
  private static final long PAYS_FROM_BITS = 50_000_000;

  /** The choice for so many bits in all; scalar where the vector module is absent. */
  public static HotLoops forBits(long bits) {
    return PRESENT && bits >= PAYS_FROM_BITS ? VECTOR : SCALAR;
  }

  ShiftRegisterSteps shiftRegisterSteps() {
    return onVectors() ? new VectorShiftRegisterSteps() : new ShiftRegisterSteps.Scalar();
  }

  /** Whether vectors are wanted and present. */
  boolean onVectors() {
    return this == VECTOR && PRESENT;
  }
}
