package io.spindrift.entropy.certificate;

/**
 * The limiting distribution of the Anderson-Darling statistic A^2 of a fully specified law.
 *
 * <p>A^2 tends to sum_j chi_j^2 / (j (j + 1)), chi_j standard normal and independent, whose
 * determinant is D(u) = prod_j (1 - u/(j (j + 1))) = -cos((pi/2) sqrt(1 + 4u)) / (pi u). Smirnov's
 * inversion gives the tail without cancellation,
 *
 * <p>P(A^2 > z) = (1/pi) sum_k (-1)^(k+1) integral of exp(-u z/2) / (u sqrt(-D(u))) du, u from
 * (2k-1) 2k to 2k (2k+1),
 *
 * <p>each integral by Gauss-Chebyshev quadrature, which absorbs the inverse square roots at both
 * ends. Sources: T. W. Anderson and D. A. Darling, Ann. Math. Stat. 23 (1952), equation 4.35 for
 * the determinant; N. V. Smirnov, Mat. Sb. 2 (1937); G. Marsaglia and J. Marsaglia, J. Stat. Softw.
 * 9(2) (2004), who bound the difference between n samples and the limit by about 0.04/n.
 */
final class AndersonDarlingLaw {
  private static final int NODES = 48;
  private static final int MOST_INTERVALS = 400;
  private static final double ENOUGH = 90;
  private static final double SURELY_ONE = 0.05;

  /** P(A^2 > z), to about 1e-12 and with full relative accuracy in the tail. */
  static double upper(double z) {
    if (z < SURELY_ONE) {
      return 1;
    }
    double sum = 0;
    for (int k = 1; k <= MOST_INTERVALS; k++) {
      double low = (2.0 * k - 1) * 2 * k;
      if (k > 1 && low * z / 2 > ENOUGH + z) {
        break;
      }
      double part = integral(low, 2.0 * k * (2 * k + 1), z);
      sum += k % 2 == 1 ? part : -part;
    }
    return Math.clamp(sum / Math.PI, 0, 1);
  }

  private static double integral(double low, double high, double z) {
    double middle = (low + high) / 2;
    double half = (high - low) / 2;
    double sum = 0;
    for (int i = 0; i < NODES; i++) {
      double angle = Math.PI * (2 * i + 1) / (2.0 * NODES);
      double u = middle + half * Math.cos(angle);
      double minusDeterminant =
          Math.abs(Math.cos(Math.PI / 2 * Math.sqrt(1 + 4 * u))) / (Math.PI * u);
      sum += Math.exp(-u * z / 2) / (u * Math.sqrt(minusDeterminant)) * Math.sin(angle);
    }
    return half * Math.PI / NODES * sum;
  }

  private AndersonDarlingLaw() {}
}
