package io.spindrift.device.ensemble;

/**
 * Numbers of the single-precision Gaussian transform.
 *
 * <p>Box-Muller: r = sqrt(-2 ln u), r cos(phi), r sin(phi). -2 ln(1 + f) = f L(f) for 1 + f in
 * [sqrt(1/2), sqrt(2)); with t in [-1, 1], sin(pi t/2) = t S(t^2) and cos(pi t/2) = C(t^2), the
 * sign of the cosine being drawn apart. Coefficients by the Remez exchange, largest relative error
 * 1.2e-6 of L, 1e-6 of S, largest absolute error 5e-8 of C. Such an error shifts the variance by
 * less than a millionth, which 10^12 samples would not resolve.
 *
 * <p>Three 32-bit words make two pairs: bit 31 of a radius word is the sign of the cosine, the rest
 * the radius; the third word is the angle of one pair, its lower half, centred, that of the other.
 * The lowest bits of xoshiro128+ are its weakest, and only the finest step of u and of the angle
 * hangs on them.
 */
final class Float32Gauss {
  static final int ROOT_HALF_BITS = 0x3F3504F3;
  static final int MANTISSA = 0x007FFFFF;
  static final float UNIT = 0x1p-31f;
  static final float HALF_UNIT = 0x1p-32f;

  /** Half a step of an angle of 16 bits: keeps the mean of its sine at zero. */
  static final int HALF_OF_LOW_ANGLE = 0x8000;

  static final float MINUS_TWO_LN_2 = -1.38629436f;

  static final float L0 = -2.0000019496426404f;
  static final float L1 = 1.0000222577319936f;
  static final float L2 = -0.66629017867643329f;
  static final float L3 = 0.49819488304344265f;
  static final float L4 = -0.4099265781686186f;
  static final float L5 = 0.37335709778858011f;
  static final float L6 = -0.23792216217808135f;

  static final float S0 = 1.5707948516584558f;
  static final float S1 = -0.64592097653817454f;
  static final float S2 = 0.079487654912122417f;
  static final float S3 = -0.0043624691334293488f;

  static final float C0 = 0.99999995346667f;
  static final float C1 = -1.2336982146688982f;
  static final float C2 = 0.25365074463585981f;
  static final float C3 = -0.020810627520187927f;
  static final float C4 = 0.00085819061988631226f;

  private Float32Gauss() {}
}
