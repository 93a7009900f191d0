package io.spindrift.device.switching;

/**
 * One-sigma error of a share counted in n trials: half-width of the Wilson interval at z = 1.
 *
 * <p>sqrt(p(1-p)/n + 1/(4 n^2))/(1 + 1/n); unlike sqrt(p(1-p)/n) it stays above zero at 0 and 1. E.
 * B. Wilson, J. Am. Stat. Assoc. 22, 209 (1927).
 */
public final class BinomialError {
  /** The error of a share of so many trials. */
  public static double wilson(double share, long trials) {
    double n = trials;
    return Math.sqrt(share * (1 - share) / n + 1 / (4 * n * n)) / (1 + 1 / n);
  }

  private BinomialError() {}
}
