package io.spindrift.entropy.sp80022;

import io.spindrift.numerics.Require;
import org.hipparchus.special.Erf;

/**
 * How many sequences may be pooled before the p-values' own inexactness would be taken for a fault
 * of the bits.
 *
 * <p>A p-value of a random sequence is not quite uniform: counts are whole numbers, and the
 * variance of the spectral test is known only by simulation. If bin i of ten has probability q_i
 * instead of 1/10, the uniformity check of m sequences is shifted by m delta, delta = sum (q_i -
 * 1/10)^2 / (1/10), the chi-square discrepancy of H. Haramoto, Study on upper limit of sample sizes
 * for a two-level test in NIST SP800-22 (2019). The limit is m = 1 / delta: the mean of the
 * statistic then moves by 1, less than a quarter of its standard deviation sqrt(18).
 *
 * <p>delta is computed for the two laws that are known: the number of ones, binomial (n bits, step
 * 2 in the sum of +-1, variance n), and the number of spectral peaks below the threshold, whole
 * with mean 0.95 n/2 and variance n 0.95 0.05/3.8. STS divides by 4 instead of 3.8; its p-values
 * are judged by the true variance. Every other test adds up many cells, whose steps are finer: it
 * is given the limit of the frequency test, but not more than were pooled in the calibration.
 */
public final class PoolingLimit {
  /** Sequences of 1,000,000 random bits that the calibration of the suite pools. */
  public static final int CALIBRATED_SEQUENCES = 1000;

  private static final double SPECTRAL_DIVISOR = 3.8;
  private static final double STS_SPECTRAL_DIVISOR = 4;

  /** The most sequences of {@code lengthBits} bits whose results of a test may be pooled. */
  public static int of(String test, int lengthBits, ReferenceConstants constants) {
    Require.atLeast("sequence length", lengthBits, 1);
    double discrepancy =
        test.equals("FFT") ? spectral(lengthBits, constants) : frequency(lengthBits);
    double limit = Math.floor(1 / discrepancy);
    double most = test.equals("Frequency") || test.equals("FFT") ? 1e9 : CALIBRATED_SEQUENCES;
    return (int) Math.clamp(limit, 1, most);
  }

  private static double frequency(int n) {
    return discrepancy(n % 2, 2, Math.sqrt(n), Math.sqrt(n));
  }

  private static double spectral(int n, ReferenceConstants constants) {
    double expected = 0.95 * n / 2;
    double variance = n * 0.95 * 0.05;
    double used = constants == ReferenceConstants.STS ? STS_SPECTRAL_DIVISOR : SPECTRAL_DIVISOR;
    return discrepancy(
        Math.ceil(expected) - expected,
        1,
        Math.sqrt(variance / SPECTRAL_DIVISOR),
        Math.sqrt(variance / used));
  }

  /**
   * delta of p = erfc(|d| / (sqrt 2 assumed)) for a deviation d on the lattice offset + step Z
   * whose probabilities are those of a normal law of standard deviation {@code sigma} around 0.
   */
  static double discrepancy(double offset, double step, double sigma, double assumed) {
    double delta = 0;
    double below = 0;
    for (int i = 1; i <= UniformityCheck.BINS; i++) {
      double edge = i / (double) UniformityCheck.BINS;
      double cut = i == UniformityCheck.BINS ? 0 : Math.sqrt(2) * Erf.erfcInv(edge) * assumed;
      double upTo =
          i == UniformityCheck.BINS
              ? 1
              : beyond(cut, offset, step, sigma) + beyond(cut, -offset, step, sigma);
      double excess = upTo - below - 1.0 / UniformityCheck.BINS;
      delta += excess * excess * UniformityCheck.BINS;
      below = upTo;
    }
    return delta;
  }

  /** Probability of the lattice points above {@code cut}. */
  private static double beyond(double cut, double offset, double step, double sigma) {
    double first = offset + step * (Math.floor((cut - offset) / step) + 1);
    return 0.5 * Erf.erfc((first - step / 2) / sigma / Math.sqrt(2));
  }

  private PoolingLimit() {}
}
