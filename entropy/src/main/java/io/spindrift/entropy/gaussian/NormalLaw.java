package io.spindrift.entropy.gaussian;

import org.hipparchus.special.Erf;

/** The standard normal: density phi, upper tail Q and its inverse. */
final class NormalLaw {
  private static final double ROOT_HALF = Math.sqrt(0.5);
  private static final double DENSITY_AT_ZERO = 1 / Math.sqrt(2 * Math.PI);

  /** phi(x) = exp(-x^2 / 2) / sqrt(2 pi). */
  static double density(double x) {
    return DENSITY_AT_ZERO * Math.exp(-x * x / 2);
  }

  /** Q(x) = P(X > x), accurate in the upper tail. */
  static double above(double x) {
    return 0.5 * Erf.erfc(x * ROOT_HALF);
  }

  /** Phi(x) = P(X <= x), accurate in the lower tail. */
  static double below(double x) {
    return above(-x);
  }

  /** P(a < X <= b) for a <= b, without cancellation in either tail. */
  static double between(double a, double b) {
    return a >= 0 ? above(a) - above(b) : below(b) - below(a);
  }

  /** x with Q(x) = tail, for a tail in (0, 1). */
  static double quantileAbove(double tail) {
    return Erf.erfcInv(2 * tail) / ROOT_HALF;
  }

  private NormalLaw() {}
}
