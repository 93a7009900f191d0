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
    LongVector discrepancies = LongVector.broadcast(LANES, d);
    LongVector swaps = LongVector.broadcast(LANES, swap);
    for (int j = i; j < end; j += WIDTH) {
      LongVector old = LongVector.fromArray(LANES, r, j);
      LongVector other = LongVector.fromArray(LANES, b, j - i);
      old.lanewise(VectorOperators.XOR, other.and(discrepancies)).intoArray(r, j);
      other
          .lanewise(
              VectorOperators.XOR,
              old.lanewise(VectorOperators.XOR, other).and(swaps))
          .intoArray(b, j - i);
    }
  }
}
