package io.spindrift.device.measured;

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
   * @param switched k
   * @param trials n
   * @param sigmas z, 1 for 68 %, 1.96 for 95 %
   */
  public static WilsonInterval of(long switched, long trials, double sigmas) {
    Require.positive("sigmas", sigmas, "");
    double n = trials;
    double p = switched / n;
    double z2 = sigmas * sigmas / n;
    double centre = (p + z2 / 2) / (1 + z2);
    double half = sigmas * Math.sqrt(p * (1 - p) / n + z2 / (4 * n)) / (1 + z2);
    return new WilsonInterval(
        switched == 0 ? 0 : Math.clamp(centre - half, 0, p),
        switched == trials ? 1 : Math.clamp(centre + half, p, 1));
  }
}
