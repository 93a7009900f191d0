package io.spindrift.memory.circuit;

/**
 * The upper tail of the standard normal law, Q(z) = P(Z > z), with full relative precision.
 *
 * <p>Q(z) = phi(z)/(z + 1/(z + 2/(z + 3/...))) from z = 2 on, 1/2 - phi(z) (z + z^3/3 + z^5/(3 5) +
 * ...) below, and 1 - Q(-z) for negative z. Sources: Abramowitz and Stegun 26.2.14; G. Marsaglia,
 * J. Stat. Softw. 11 (2004) 4.
 */
final class NormalTail {
  private static final double FRACTION_FROM = 2;
  private static final double NOTHING_FROM = 39;
  private static final double TERMS_AT_ONE = 340;

  static double above(double z) {
    if (z < 0) {
      return 1 - above(-z);
    }
    double density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
    if (z >= NOTHING_FROM) {
      return 0;
    }
    return z < FRACTION_FROM ? 0.5 - density * series(z) : density / fraction(z);
  }

  private static double series(double z) {
    double term = z;
    double sum = z;
    double before = 0;
    for (int i = 3; sum != before; i += 2) {
      before = sum;
      term *= z * z / i;
      sum += term;
    }
    return sum;
  }

  /** n terms leave an error of about exp(-2 z sqrt(2 n)): the farther out, the fewer are needed. */
  private static double fraction(double z) {
    double below = z;
    for (int k = (int) (TERMS_AT_ONE / (z * z)) + 5; k >= 1; k--) {
      below = z + k / below;
    }
    return below;
  }

  private NormalTail() {}
}
