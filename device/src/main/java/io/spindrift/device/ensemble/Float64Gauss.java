package io.spindrift.device.ensemble;

/**
 * Numbers of the double-precision Gaussian transform; the method is that of {@link Float32Gauss}.
 *
 * <p>One 64-bit word makes a pair: bits 25 to 63 the radius, bit 24 the sign of the cosine, bits 0
 * to 23 the angle; radii reach sqrt(2 x 39 ln 2) = 7.35. Coefficients by the Remez exchange,
 * largest relative error 1e-10 of L, 2.2e-11 of S, largest absolute error 2.2e-10 of C.
 */
final class Float64Gauss {
  static final long ONE_BITS = 0x3FF0000000000000L;
  static final long ROOT_HALF_BITS = 0x3FE6A09E667F3BCDL;
  static final long ONE_LESS_ROOT_HALF = ONE_BITS - ROOT_HALF_BITS;
  static final long MANTISSA = 0x000FFFFFFFFFFFFFL;

  /** The bits of 2^52: a small integer in the low bits makes the number 2^52 + integer. */
  static final long INTEGER_BITS = 0x4330000000000000L;

  static final double INTEGER_BIAS = 0x1p52 + 1023;
  static final double MINUS_TWO_LN_2 = -1.3862943611198906;

  static final double L0 = -2.0000000000698447;
  static final double L1 = 1.0000000066108679;
  static final double L2 = -0.66666663029927421;
  static final double L3 = 0.49999866960712406;
  static final double L4 = -0.40000226710925195;
  static final double L5 = 0.33340958040715522;
  static final double L6 = -0.28571007838857268;
  static final double L7 = 0.24821178083537311;
  static final double L8 = -0.22042287201482584;
  static final double L9 = 0.21762361534691719;
  static final double L10 = -0.21467815258287481;
  static final double L11 = 0.11970101588175793;

  static final double S0 = 1.5707963267616727;
  static final double S1 = -0.64596409526446931;
  static final double S2 = 0.079692601259893144;
  static final double S3 = -0.0046816510163710497;
  static final double S4 = 0.00016024702887003988;
  static final double S5 = -3.4287907465244966e-6;

  static final double C0 = 0.99999999978065168;
  static final double C1 = -1.2337005343070952;
  static final double C2 = 0.2536693227714397;
  static final double C3 = -0.020862688385457723;
  static final double C4 = 0.00091772483967532544;
  static final double C5 = -2.3824918562132617e-5;

  private Float64Gauss() {}
}
