package io.spindrift.entropy.gaussian;

/**
 * Exact means of powers of ln u over the lattice u = (k + a) / N, k = 0 .. N - 1.
 *
 * <p>The first terms are summed one by one, the rest by the Euler-Maclaurin formula (a = 1: end
 * points, a = 1/2: midpoints), whose next term is below 1e-19 of the sum there.
 */
final class LogLattice {
  private static final int SUMMED = 1 << 12;

  /**
   * Mean of ln(u)^power.
   *
   * @param cells N, a power of two
   * @param offset a, either 1/2 or 1
   * @param power 1 or 2
   */
  static double mean(double cells, double offset, int power) {
    int summed = (int) Math.min(cells, SUMMED);
    double sum = 0;
    for (int k = 0; k < summed; k++) {
      double ln = Math.log((k + offset) / cells);
      sum += power == 1 ? ln : ln * ln;
    }
    if (summed == cells) {
      return sum / cells;
    }
    double from = summed / cells;
    double integral = integral(1, power) - integral(from, power);
    double slopes = (slope(1, power) - slope(from, power)) / cells;
    double rest =
        offset == 1 ? (value(1, power) - value(from, power)) / 2 + slopes / 12 : -slopes / 24;
    return (sum + rest) / cells + integral;
  }

  private static double value(double u, int power) {
    return power == 1 ? Math.log(u) : Math.log(u) * Math.log(u);
  }

  private static double slope(double u, int power) {
    return power == 1 ? 1 / u : 2 * Math.log(u) / u;
  }

  private static double integral(double u, int power) {
    double ln = Math.log(u);
    return power == 1 ? u * (ln - 1) : u * (ln * ln - 2 * ln + 2);
  }

  private LogLattice() {}
}
