package io.spindrift.numerics.random;

import io.spindrift.numerics.vector.VectorLanes;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** The loop on vectors, one lane of the stream in each lane of the machine. */
final class VectorWords implements WordLoop {
  private static final int LANES = RandomWords.LANES;

  /** No wider than the eight lanes of the stream. */
  private static final VectorSpecies<Long> L =
      VectorLanes.LONGS.length() <= LANES
          ? VectorLanes.LONGS
          : VectorSpecies.of(long.class, VectorShape.S_512_BIT);

  private static final int WIDTH = L.length();

  static WordLoop loop() {
    return new VectorWords();
  }

  @Override
  public void fill(long[] state, long[] target, int from, int rounds) {
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      fillLanes(state, lane, target, from + lane, rounds);
    }
  }

  private static void fillLanes(long[] state, int lane, long[] target, int from, int rounds) {
    LongVector s0 = LongVector.fromArray(L, state, lane);
    LongVector s1 = LongVector.fromArray(L, state, LANES + lane);
    LongVector s2 = LongVector.fromArray(L, state, 2 * LANES + lane);
    LongVector s3 = LongVector.fromArray(L, state, 3 * LANES + lane);
    int end = from + rounds * LANES;
    for (int at = from; at < end; at += LANES) {
      s0.add(s3).lanewise(VectorOperators.ROL, 23).add(s0).intoArray(target, at);
      LongVector t = s1.lanewise(VectorOperators.LSHL, 17);
      s2 = s2.lanewise(VectorOperators.XOR, s0);
      s3 = s3.lanewise(VectorOperators.XOR, s1);
      s1 = s1.lanewise(VectorOperators.XOR, s2);
      s0 = s0.lanewise(VectorOperators.XOR, s3);
      s2 = s2.lanewise(VectorOperators.XOR, t);
      s3 = s3.lanewise(VectorOperators.ROL, 45);
    }
    s0.intoArray(state, lane);
    s1.intoArray(state, LANES + lane);
    s2.intoArray(state, 2 * LANES + lane);
    s3.intoArray(state, 3 * LANES + lane);
  }
}
