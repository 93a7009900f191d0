package io.spindrift.numerics.statistics;

import io.spindrift.numerics.Require;

/**
 * Confidence interval of a probability of which k of n trials were counted.
 *
 * <p>(p + z^2/2n +- z sqrt(p(1-p)/n + z^2/4n^2))/(1 + z^2/n), p = k/n; it stays within [0, 1] and
 * keeps a width at 0 and 1. E. B. Wilson, J. Am. Stat. Assoc. 22, 209 (1927).
 *
 * @param low lower end
 * @param high upper end
 */
public record WilsonInterval(double low, double high) {
  /**
   * The interval.
   *
   * @param counted k
   * @param trials n
   * @param sigmas z, 1 for 68 %, 1.96 for 95 %
   * @throws IllegalArgumentException when there are no trials, more counts than trials, or sigmas
   *     is not positive
   */
  public static WilsonInterval of(long counted, long trials, double sigmas) {
    Require.atLeast("trials", trials, 1);
    Require.inRange("counted", counted, 0, trials, "");
    Require.positive("sigmas", sigmas, "");
    double p = (double) counted / trials;
    double z2 = sigmas * sigmas / trials;
    double centre = (p + z2 / 2) / (1 + z2);
    double half = halfWidth(p, trials, sigmas);
    return new WilsonInterval(
        counted == 0 ? 0 : Math.clamp(centre - half, 0, p),
        counted == trials ? 1 : Math.clamp(centre + half, p, 1));
  }

  /**
   * One-sigma error of a share of n trials: half the width of the interval at z = 1.
   *
   * <p>Unlike sqrt(p(1-p)/n) it stays above zero at 0 and 1.
   *
   * @param share p
   * @param trials n
   * @throws IllegalArgumentException when there are no trials or the share is not in [0, 1]
   */
  public static double standardError(double share, long trials) {
    Require.inRange("share", share, 0, 1, "");
    Require.atLeast("trials", trials, 1);
    return halfWidth(share, trials, 1);
  }

  private static double halfWidth(double p, double n, double z) {
    return z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n);
  }
}
