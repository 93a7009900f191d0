package io.spindrift.entropy.gaussian;

/**
 * Numbers of the single-precision Box-Muller transform.
 *
 * <p>r = sqrt(-2 ln u), x = r sin(phi), y = r cos(phi). -2 ln(1 + f) = f L(f) for 1 + f in
 * [sqrt(1/2), sqrt(2)); with t in (-1, 1), sin(pi t/2) = t S(t^2) and cos(pi t/2) = C(t^2), the
 * sign of the cosine being drawn apart. Coefficients by the Remez exchange: largest relative error
 * 2.6e-8 of L and 5.3e-9 of S, largest absolute error 2.2e-10 of C, all below half a unit in the
 * last place of a float.
 *
 * <p>One pair takes 64 bits: bit 31 of a radius word is the sign of the cosine, its other 31 bits k
 * give u = (k + 1/2) / 2^31; the upper 23 bits a of an angle word give t = (a + 1/2) / 2^22 - 1,
 * which a float holds exactly, so the angles are symmetric. The lowest 9 bits are unused. Whole
 * numbers become floats by their bits: the compiler keeps that in registers where it may box a
 * conversion.
 */
final class BoxMullerNumbers {
  /** Radius words, and angle words, of one group. */
  static final int PAIRS = 16;

  /** Longs that one group takes: eight of radii, then eight of angles. */
  static final int LONGS = PAIRS;

  /** Samples that one group gives: first the sines, then the cosines. */
  static final int SAMPLES = 2 * PAIRS;

  static final int RADIUS_BITS = 31;
  static final int ANGLE_BITS = 23;

  /** Bits of k that a float holds beside the upper ones. */
  static final int LOWER_BITS = 8;

  static final int LOWER = (1 << LOWER_BITS) - 1;
  static final float UPPER_STEP = 0x1p-23f;
  static final float LOWER_STEP = 0x1p-31f;

  /** The float 2^23: or-ed with a whole number below 2^23, its bits are the sum of both. */
  static final int EXACT_BITS = 0x4B000000;

  static final float EXACT = 0x1p23f;
  static final float EXACT_LESS_HALF = EXACT - 0.5f;

  /** The float 3 x 2^22: added to a small whole number of any sign, its bits are the sum. */
  static final int SIGNED_EXACT_BITS = 0x4B400000;

  static final float SIGNED_EXACT = 0x1.8p23f;

  static final int UNUSED_ANGLE_BITS = 32 - ANGLE_BITS;
  static final float HALF_ANGLE_STEP = 0x1p-23f;

  /** The float 1: or-ed with 23 bits, a number in [1, 2). */
  static final int ONE_BITS = 0x3F800000;

  static final int ROOT_HALF = 0x3F3504F3;
  static final int MANTISSA = 0x007FFFFF;
  static final int MANTISSA_BITS = 23;
  static final float MINUS_TWO_LN_2 = -1.38629436f;

  static final float L0 = -2.0f;
  static final float L1 = 0.99999976f;
  static final float L2 = -0.66668373f;
  static final float L3 = 0.5000415f;
  static final float L4 = -0.39913666f;
  static final float L5 = 0.33124787f;
  static final float L6 = -0.29904532f;
  static final float L7 = 0.28733686f;
  static final float L8 = -0.17444713f;

  static final float S0 = 1.5707964f;
  static final float S1 = -0.6459637f;
  static final float S2 = 0.07968968f;
  static final float S3 = -0.0046737664f;
  static final float S4 = 0.00015148513f;

  static final float C0 = 1.0f;
  static final float C1 = -1.2337005f;
  static final float C2 = 0.25366932f;
  static final float C3 = -0.02086269f;
  static final float C4 = 0.00091772486f;
  static final float C5 = -2.382492e-05f;

  /** The long that holds the radius word of pair {@code i}; that of the angle is 8 longs later. */
  static int longOf(int i) {
    return i / PAIRS * LONGS + i % PAIRS / 2;
  }

  /** Where the first sample of pair {@code i} goes; the second goes 16 places later. */
  static int sampleOf(int i) {
    return i / PAIRS * SAMPLES + i % PAIRS;
  }

  private BoxMullerNumbers() {}
}
