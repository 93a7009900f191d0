package io.spindrift.entropy.sp80022;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The hot loop of {@link ShiftRegisters} on vectors. */
record VectorShiftRegisterSteps() implements ShiftRegisterSteps {
  private static final VectorSpecies<Long> LANES = LongVector.SPECIES_PREFERRED;
  private static final int WIDTH = LANES.length();

  @Override
  public void step(long[] r, long[] b, int i, int end, long d, long swap) {
    for (int j = i; j < end; j += WIDTH) {
      few(r, b, j, j - i, d, swap);
    }
  }

  /** The body alone: small methods are compiled early, which the vector interface needs. */
  private static void few(long[] r, long[] b, int j, int k, long d, long swap) {
    LongVector old = LongVector.fromArray(LANES, r, j);
    LongVector other = LongVector.fromArray(LANES, b, k);
    LongVector change = old.lanewise(VectorOperators.XOR, other).and(swap);
    old.lanewise(VectorOperators.XOR, other.and(d)).intoArray(r, j);
    other.lanewise(VectorOperators.XOR, change).intoArray(b, k);
  }
}
