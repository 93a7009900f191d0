package io.spindrift.testkit;

/** The standard normal distribution, accurate to 1e-14 absolute. */
public final class NormalDistribution {
  private static final double TAIL = 12;

  /**
   * Phi(x) = 1/2 + phi(x) (x + x^3/3 + x^5/(3 5) + ...).
   *
   * <p>Marsaglia, "Evaluating the normal distribution", J. Stat. Softw. 11 (2004) 4.
   */
  public static double cumulative(double x) {
    if (Math.abs(x) > TAIL) {
      return x > 0 ? 1 : 0;
    }
    double term = x;
    double sum = x;
    double before = 0;
    for (int i = 3; sum != before; i += 2) {
      before = sum;
      term *= x * x / i;
      sum += term;
    }
    return 0.5 + sum * density(x);
  }

  /** phi(x) = exp(-x^2/2) / sqrt(2 pi). */
  public static double density(double x) {
    return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
  }

  private NormalDistribution() {}
}
