package io.spindrift.entropy.certificate;

import io.spindrift.entropy.gaussian.NormalTails;
import io.spindrift.numerics.Require;
import java.util.Locale;

/**
 * Which defects a number of bits or samples reveals, so that "passed" says how much was looked for.
 *
 * <p>A two-sided test at level a rejects with power b when the defect moves its standardised
 * statistic by z = z(1 - a/2) + z(b), z(.) the normal quantile. All figures are that normal
 * approximation; a is the share of the family-wise level that one of m tests gets, level / m.
 *
 * @param count number n of bits or of samples
 * @param level level a of one test
 * @param power probability b of rejecting
 */
public record PowerStatement(long count, double level, double power) {
  /** The power that certificates state. */
  public static final double NINE_TIMES_IN_TEN = 0.9;

  /** Checks the ranges. */
  public PowerStatement {
    Require.atLeast("count", count, 1);
    Require.inRange("level", level, 1e-15, 0.5, "");
    Require.inRange("power", power, 0.5, 1 - 1e-9, "");
  }

  /** The statement at power 0.9 for {@code tests} tests that share a family-wise level. */
  public static PowerStatement of(long count, double familyLevel, int tests) {
    return new PowerStatement(count, familyLevel / Math.max(1, tests), NINE_TIMES_IN_TEN);
  }

  /** z(1 - a/2) + z(b). */
  private double z() {
    return NormalTails.upperQuantile(level / 2) + NormalTails.quantile(power);
  }

  /** Bias |p - 1/2| of bits that the frequency test reveals: z / (2 sqrt n). */
  public double bitBias() {
    return z() / (2 * Math.sqrt((double) count));
  }

  /** Correlation |r(k)| of bits or samples k places apart that is revealed: z / sqrt(n - k). */
  public double correlation(int lag) {
    Require.inRange("lag", lag, 1, count - 1.0, "");
    return z() / Math.sqrt((double) count - lag);
  }

  /** Shift of the mean of Gaussian samples, in standard deviations: z / sqrt n. */
  public double meanShift() {
    return z() / Math.sqrt((double) count);
  }

  /** Relative error of the variance of Gaussian samples: z sqrt(2 / n). */
  public double varianceError() {
    return z() * Math.sqrt(2.0 / count);
  }

  /** Excess kurtosis of Gaussian samples: z sqrt(24 / n). */
  public double excessKurtosis() {
    return z() * Math.sqrt(24.0 / count);
  }

  /**
   * The farthest clipping point c of Gaussian samples that is revealed: none beyond it is as rare
   * as a/2, (1 - P(|x| > c))^n = a/2. Exact for a count taken at c; the counts are taken at 3, 4
   * and 5.
   */
  public double clippingSigma() {
    double beyond = -Math.expm1(Math.log(level / 2) / count);
    return NormalTails.upperQuantile(beyond / 2);
  }

  /**
   * Number of bits with which the frequency test reveals a bias d = |p - 1/2|.
   *
   * <p>n = (z(1 - a/2) + z(b) sqrt(1 - 4 d^2))^2 / (4 d^2): the statistic's spread under the bias
   * is smaller by the root.
   *
   * @throws IllegalArgumentException when the bias is not in (0, 1/2)
   */
  public static long bitsForBias(double bias, double level, double power) {
    Require.inRange("bias", bias, 1e-9, 0.5 - 1e-9, "");
    double z =
        NormalTails.upperQuantile(level / 2)
            + NormalTails.quantile(power) * Math.sqrt(1 - 4 * bias * bias);
    return (long) Math.ceil(z * z / (4 * bias * bias));
  }

  /**
   * Number of bits or samples with which a correlation r at one lag is revealed: z^2 / r^2 + lag.
   */
  public static long countForCorrelation(double r, int lag, double level, double power) {
    Require.inRange("correlation", r, 1e-9, 1, "");
    double z = new PowerStatement(1, level, power).z();
    return (long) Math.ceil(z * z / (r * r)) + lag;
  }

  /** What so many bits could have shown, as one sentence. */
  public String ofBits() {
    return String.format(
        Locale.ROOT,
        "%,d bits reveal, nine times in ten, a share of ones that is off one half by %.2g and a"
            + " correlation between bits at one lag of %.2g; smaller defects can pass.",
        count,
        bitBias(),
        count > 1 ? correlation(1) : 1.0);
  }

  /** What so many Gaussian samples could have shown, as one sentence. */
  public String ofSamples() {
    return String.format(
        Locale.ROOT,
        "%,d samples reveal, nine times in ten, a mean off by %.2g sigma, a variance off by %.2g,"
            + " an excess kurtosis of %.2g, a correlation at one lag of %.2g and tails cut at %.2f"
            + " sigma; smaller defects can pass.",
        count,
        meanShift(),
        varianceError(),
        excessKurtosis(),
        count > 1 ? correlation(1) : 1.0,
        clippingSigma());
  }
}
