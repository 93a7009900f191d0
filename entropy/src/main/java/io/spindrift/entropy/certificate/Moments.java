package io.spindrift.entropy.certificate;

import io.spindrift.entropy.gaussian.PowerSums;
import io.spindrift.numerics.Require;

/**
 * The first four moments of samples with their standard errors under the standard normal law.
 *
 * @param mean sample mean, 0 ideally
 * @param meanError 1/sqrt(n)
 * @param variance sample variance, divisor n - 1, 1 ideally
 * @param varianceError sqrt(2/n)
 * @param skewness third standardised moment, 0 ideally
 * @param skewnessError sqrt(6/n)
 * @param excessKurtosis fourth standardised moment less 3, 0 ideally
 * @param excessKurtosisError sqrt(24/n)
 */
public record Moments(
    double mean,
    double meanError,
    double variance,
    double varianceError,
    double skewness,
    double skewnessError,
    double excessKurtosis,
    double excessKurtosisError) {
  static Moments of(PowerSums sums) {
    double n = sums.count();
    double second = Require.positive("variance of the samples", sums.centralSecond(), "");
    return new Moments(
        sums.mean(),
        Math.sqrt(1 / n),
        second * n / (n - 1),
        Math.sqrt(2 / n),
        sums.centralThird() / Math.pow(second, 1.5),
        Math.sqrt(6 / n),
        sums.centralFourth() / (second * second) - 3,
        Math.sqrt(24 / n));
  }
}
