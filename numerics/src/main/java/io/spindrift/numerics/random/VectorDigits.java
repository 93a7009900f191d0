package io.spindrift.numerics.random;

import io.spindrift.numerics.vector.VectorLanes;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The loop on vectors of words. */
final class VectorDigits implements DigitLoop {
  private static final VectorSpecies<Long> L = VectorLanes.LONGS;
  private static final int BLOCK = BernoulliCells.BLOCK;

  static DigitLoop loop() {
    return new VectorDigits();
  }

  @Override
  public void compare(
      long[] random,
      long[] planes,
      int stride,
      int first,
      int depth,
      long[] below,
      long[] undecided) {
    for (int i = 0; i < BLOCK; i += L.length()) {
      LongVector b = LongVector.zero(L);
      LongVector equal = LongVector.broadcast(L, -1L);
      for (int k = depth - 1; k >= 0; k--) {
        LongVector t = LongVector.fromArray(L, planes, stride * k + first + i);
        LongVector r = LongVector.fromArray(L, random, BLOCK * k + i);
        b = r.and(b).or(r.or(b).and(t));
        equal = equal.and(r.lanewise(VectorOperators.XOR, t));
      }
      b.intoArray(below, i);
      equal.intoArray(undecided, i);
    }
  }
}
