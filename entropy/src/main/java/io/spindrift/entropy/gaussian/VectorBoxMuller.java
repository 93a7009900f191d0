package io.spindrift.entropy.gaussian;

import static io.spindrift.entropy.gaussian.BoxMullerNumbers.*;

import io.spindrift.numerics.vector.VectorLanes;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** The loop on vectors; bit for bit {@link ScalarBoxMuller}. */
final class VectorBoxMuller implements BoxMullerLoop {
  /** No wider than the sixteen pairs of a group. */
  private static final VectorShape SHAPE =
      VectorLanes.FLOATS.length() <= PAIRS ? VectorLanes.SHAPE : VectorShape.S_512_BIT;

  private static final VectorSpecies<Float> F = VectorSpecies.of(float.class, SHAPE);
  private static final VectorSpecies<Long> L = VectorSpecies.of(long.class, SHAPE);
  private static final int LANES = F.length();

  static BoxMullerLoop loop() {
    return new VectorBoxMuller();
  }

  /**
   * One loop body without calls of its own; the constants before it, or the compiler boxes them.
   */
  @Override
  public void radii(long[] words, int groups, float[] radius) {
    FloatVector minusTwoLn2 = all(MINUS_TWO_LN_2);
    for (int i = 0; i < PAIRS * groups; i += LANES) {
      IntVector word =
          LongVector.fromArray(L, words, BoxMullerNumbers.longOf(i)).reinterpretAsInts();
      FloatVector upper =
          word.and(Integer.MAX_VALUE)
              .lanewise(VectorOperators.LSHR, LOWER_BITS)
              .or(EXACT_BITS)
              .reinterpretAsFloats()
              .sub(all(EXACT));
      FloatVector lower =
          word.and(LOWER).or(EXACT_BITS).reinterpretAsFloats().sub(all(EXACT_LESS_HALF));
      FloatVector u = upper.fma(all(UPPER_STEP), lower.mul(all(LOWER_STEP)));
      IntVector bits = u.reinterpretAsInts().sub(ROOT_HALF);
      FloatVector exponent =
          bits.lanewise(VectorOperators.ASHR, MANTISSA_BITS)
              .add(SIGNED_EXACT_BITS)
              .reinterpretAsFloats()
              .sub(all(SIGNED_EXACT));
      FloatVector f = bits.and(MANTISSA).add(ROOT_HALF).reinterpretAsFloats().sub(all(1f));
      FloatVector f2 = f.mul(f);
      FloatVector high = all(L7).fma(f, all(L6)).fma(f2, all(L5).fma(f, all(L4)));
      FloatVector low = all(L3).fma(f, all(L2)).fma(f2, all(L1).fma(f, all(L0)));
      FloatVector f4 = f2.mul(f2);
      FloatVector p = f4.fma(all(L8).fma(f4, high), low).mul(f);
      minusTwoLn2.fma(exponent, p).lanewise(VectorOperators.SQRT).intoArray(radius, i);
    }
  }

  @Override
  public void turn(long[] words, int groups, float[] radius, float[] target, int offset) {
    FloatVector middle = all(1.5f);
    FloatVector two = all(2f);
    FloatVector halfStep = all(HALF_ANGLE_STEP);
    FloatVector s4 = all(S4);
    FloatVector s3 = all(S3);
    FloatVector s2 = all(S2);
    FloatVector s1 = all(S1);
    FloatVector s0 = all(S0);
    FloatVector c5 = all(C5);
    FloatVector c4 = all(C4);
    FloatVector c3 = all(C3);
    FloatVector c2 = all(C2);
    FloatVector c1 = all(C1);
    FloatVector c0 = all(C0);
    for (int i = 0; i < PAIRS * groups; i += LANES) {
      int at = BoxMullerNumbers.longOf(i);
      IntVector sign =
          LongVector.fromArray(L, words, at).reinterpretAsInts().and(Integer.MIN_VALUE);
      IntVector angle = LongVector.fromArray(L, words, at + LONGS / 2).reinterpretAsInts();
      FloatVector r = FloatVector.fromArray(F, radius, i);
      FloatVector t =
          angle
              .lanewise(VectorOperators.LSHR, UNUSED_ANGLE_BITS)
              .or(ONE_BITS)
              .reinterpretAsFloats()
              .sub(middle)
              .fma(two, halfStep);
      FloatVector y = t.mul(t);
      FloatVector sine = s4.fma(y, s3).fma(y, s2).fma(y, s1).fma(y, s0);
      FloatVector cosine = c5.fma(y, c4).fma(y, c3).fma(y, c2).fma(y, c1).fma(y, c0);
      int to = offset + BoxMullerNumbers.sampleOf(i);
      r.mul(t).mul(sine).intoArray(target, to);
      r.mul(cosine)
          .reinterpretAsInts()
          .lanewise(VectorOperators.XOR, sign)
          .reinterpretAsFloats()
          .intoArray(target, to + PAIRS);
    }
  }

  private static FloatVector all(float value) {
    return FloatVector.broadcast(F, value);
  }
}
