package io.spindrift.memory.array;

import io.spindrift.numerics.vector.VectorLanes;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The loops on vectors; what does not fill a vector is left to the plain ones. */
final class VectorCells implements CellLoop {
  private static final VectorSpecies<Long> L = VectorLanes.LONGS;
  private static final VectorSpecies<Integer> I = VectorLanes.INTS;
  private static final int WIDTH = L.length();
  private static final int FIELD = 0xFFFF;
  private static final LongVector STEPS =
      LongVector.zero(L).addIndex(1).add(1).mul(CellKinds.GOLDEN);

  private final CellLoop plain = new ScalarCells();

  static CellLoop loop() {
    return new VectorCells();
  }

  @Override
  public void fields(long start, long firstWord, int words, int mask, int[] target) {
    LongVector next = STEPS.add(start + FIELD_WORDS * firstWord * CellKinds.GOLDEN);
    for (int word = 0; word < words; word++) {
      for (int i = 0; i < FIELD_WORDS; i += WIDTH) {
        IntVector fields = mix(next).reinterpretAsInts();
        int cell = 64 * word + 2 * i;
        fields.and(mask).intoArray(target, cell);
        fields.lanewise(VectorOperators.LSHR, 16).and(mask).intoArray(target, cell + 32);
        next = next.add(WIDTH * CellKinds.GOLDEN);
      }
    }
  }

  /** As {@link CellKinds#mix}. */
  private static LongVector mix(LongVector word) {
    LongVector z = fold(word, 30).mul(CellKinds.FIRST_FACTOR);
    return fold(fold(z, 27).mul(CellKinds.SECOND_FACTOR), 31);
  }

  private static LongVector fold(LongVector z, int shift) {
    return z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, shift));
  }

  @Override
  public void compare(
      long[] random,
      int[] thresholds,
      long[] state,
      int first,
      int words,
      long[] below,
      int at,
      long[] equal) {
    for (int word = 0; word < words; word++) {
      long s = state[first + word];
      long smaller = 0;
      long same = 0;
      for (int i = 0; i < FIELD_WORDS; i += WIDTH) {
        IntVector fields =
            LongVector.fromArray(L, random, FIELD_WORDS * word + i).reinterpretAsInts();
        int low = 2 * i;
        IntVector u = fields.and(FIELD);
        IntVector t = threshold(thresholds, 64 * word + low, s >>> low);
        smaller |= u.compare(VectorOperators.LT, t).toLong() << low;
        same |= u.compare(VectorOperators.EQ, t).toLong() << low;
        int high = low + 32;
        u = fields.lanewise(VectorOperators.LSHR, 16);
        t = threshold(thresholds, 64 * word + high, s >>> high);
        smaller |= u.compare(VectorOperators.LT, t).toLong() << high;
        same |= u.compare(VectorOperators.EQ, t).toLong() << high;
      }
      below[at + word] = smaller;
      equal[word] = same;
    }
  }

  private static IntVector threshold(int[] thresholds, int cell, long states) {
    VectorMask<Integer> antiparallel = VectorMask.fromLong(I, states);
    return IntVector.fromArray(I, thresholds, cell)
        .lanewise(VectorOperators.LSHR, 16, antiparallel)
        .and(FIELD);
  }

  @Override
  public void compareDigits(
      DigitPlanes digits,
      long[] random,
      long[] state,
      int first,
      int words,
      long[] below,
      int at,
      long[] equal) {
    if (words % WIDTH != 0) {
      plain.compareDigits(digits, random, state, first, words, below, at, equal);
      return;
    }
    int depth = digits.depth();
    long[] parallel = digits.parallel();
    long[] difference = digits.difference();
    for (int word = 0; word < words; word += WIDTH) {
      LongVector s = LongVector.fromArray(L, state, first + word);
      LongVector b = pick(s, parallel[depth], difference[depth]);
      LongVector same = LongVector.broadcast(L, -1L);
      for (int k = depth - 1; k >= 0; k--) {
        LongVector t = pick(s, parallel[k], difference[k]);
        LongVector r = LongVector.fromArray(L, random, words * k + word);
        b = r.and(b).or(r.or(b).and(t));
        same = same.and(r.lanewise(VectorOperators.XOR, t));
      }
      b.intoArray(below, at + word);
      same.intoArray(equal, word);
    }
  }

  private static LongVector pick(LongVector states, long parallel, long difference) {
    return states.and(difference).lanewise(VectorOperators.XOR, parallel);
  }
}
