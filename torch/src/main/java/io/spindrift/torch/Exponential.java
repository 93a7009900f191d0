package io.spindrift.torch;

/**
 * Constants of e^z = 2^n e^r in fp32: n = round(z / ln 2), r = z - n ln 2, e^r by its series.
 *
 * <p>The series ends at r^7; with |r| at most ln 2 / 2 what is left out is below 1e-8 of the whole.
 * ln 2 is taken off in two parts (Cody and Waite), the first of which has few digits.
 */
final class Exponential {
  /** Beyond this e^z is taken as e^(+-LIMIT), which fp32 still holds. */
  static final float LIMIT = 87;

  static final float PER_LN2 = (float) (1 / Math.log(2));
  static final float LN2_FIRST = 0x1.62p-1f;
  static final float LN2_REST = (float) (Math.log(2) - LN2_FIRST);

  /** Added to a number and taken off again this rounds it to a whole one. */
  static final float ROUNDING = 0x1.8p23f;

  static final float C7 = 1 / 5040f;
  static final float C6 = 1 / 720f;
  static final float C5 = 1 / 120f;
  static final float C4 = 1 / 24f;
  static final float C3 = 1 / 6f;
  static final float C2 = 1 / 2f;

  /** Bits of the exponent of one, and by how far exponents are moved. */
  static final int BIAS = 127;

  static final int MANTISSA_BITS = 23;

  /** 1 / (1 + e^-z). */
  static float logistic(float z) {
    float minus = Math.max(-LIMIT, Math.min(LIMIT, -z));
    float whole = minus * PER_LN2 + ROUNDING - ROUNDING;
    float r = Math.fma(whole, -LN2_REST, Math.fma(whole, -LN2_FIRST, minus));
    float e = Math.fma(C7, r, C6);
    e = Math.fma(e, r, C5);
    e = Math.fma(e, r, C4);
    e = Math.fma(e, r, C3);
    e = Math.fma(e, r, C2);
    e = Math.fma(e, r, 1);
    e = Math.fma(e, r, 1);
    float power = Float.intBitsToFloat(((int) whole + BIAS) << MANTISSA_BITS);
    return 1 / Math.fma(e, power, 1);
  }

  private Exponential() {}
}
