package io.spindrift.entropy.gaussian;

import static io.spindrift.entropy.gaussian.BoxMullerNumbers.*;

/** The plain loop, one pair after the other: the reference of {@link VectorBoxMuller}. */
final class ScalarBoxMuller implements BoxMullerLoop {
  @Override
  public void radii(long[] words, int groups, float[] radius) {
    for (int i = 0; i < PAIRS * groups; i++) {
      radius[i] = radius(word(words, i, 0) & Integer.MAX_VALUE);
    }
  }

  @Override
  public void turn(long[] words, int groups, float[] radius, float[] target, int offset) {
    for (int i = 0; i < PAIRS * groups; i++) {
      int sign = word(words, i, 0) & Integer.MIN_VALUE;
      turn(sign, word(words, i, LONGS / 2), radius[i], target, offset + sampleOf(i));
    }
  }

  /** The word of pair {@code i}: of its radius, or of its angle {@code later} longs later. */
  private static int word(long[] words, int i, int later) {
    return (int) (words[longOf(i) + later] >>> 32 * (i % 2));
  }

  private static void turn(int sign, int angle, float r, float[] target, int at) {
    float turned = Float.intBitsToFloat((angle >>> UNUSED_ANGLE_BITS) | ONE_BITS) - 1.5f;
    float t = Math.fma(turned, 2f, HALF_ANGLE_STEP);
    float y = t * t;
    float sine = S4;
    sine = Math.fma(sine, y, S3);
    sine = Math.fma(sine, y, S2);
    sine = Math.fma(sine, y, S1);
    sine = Math.fma(sine, y, S0);
    float cosine = C5;
    cosine = Math.fma(cosine, y, C4);
    cosine = Math.fma(cosine, y, C3);
    cosine = Math.fma(cosine, y, C2);
    cosine = Math.fma(cosine, y, C1);
    cosine = Math.fma(cosine, y, C0);
    target[at] = r * t * sine;
    target[at + PAIRS] = Float.intBitsToFloat(Float.floatToRawIntBits(r * cosine) ^ sign);
  }

  private static float radius(int k) {
    float upper = Float.intBitsToFloat((k >>> LOWER_BITS) | EXACT_BITS) - EXACT;
    float lower = Float.intBitsToFloat((k & LOWER) | EXACT_BITS) - EXACT_LESS_HALF;
    float u = Math.fma(upper, UPPER_STEP, lower * LOWER_STEP);
    int bits = Float.floatToRawIntBits(u) - ROOT_HALF;
    float exponent = bits >> MANTISSA_BITS;
    float f = Float.intBitsToFloat((bits & MANTISSA) + ROOT_HALF) - 1f;
    float f2 = f * f;
    float high = Math.fma(Math.fma(L7, f, L6), f2, Math.fma(L5, f, L4));
    float low = Math.fma(Math.fma(L3, f, L2), f2, Math.fma(L1, f, L0));
    float f4 = f2 * f2;
    float p = Math.fma(f4, Math.fma(L8, f4, high), low) * f;
    return (float) Math.sqrt(Math.fma(exponent, MINUS_TWO_LN_2, p));
  }
}
