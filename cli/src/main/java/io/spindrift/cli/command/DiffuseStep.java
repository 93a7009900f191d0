package io.spindrift.cli.command;

import java.util.List;
import java.util.OptionalDouble;
import org.hipparchus.special.Gamma;

/**
 * What was predicted and measured of one part of the images after one step.
 *
 * @param step steps made
 * @param part plane 0 (the most significant) and on, or the pixels
 * @param predicted share of bits that have flipped, or variance of the noise in squared levels
 * @param measured the same as counted
 * @param chiSquare the marginals against the exact law
 * @param exactPValue the p-value on which the check stands: for bits twice the smaller of the exact
 *     binomial ones of both initial values, for pixels that of chi-square
 * @param predictedOnes what the law says of the next
 * @param ones share of ones now, or mean of the noise in levels
 * @param correlation correlation with the start
 * @param actions actions counted from the start on
 * @param joules their energy, where every one of them has a price
 */
record DiffuseStep(
    int step,
    String part,
    double predicted,
    double measured,
    ChiSquare chiSquare,
    double exactPValue,
    double predictedOnes,
    double ones,
    double correlation,
    long actions,
    OptionalDouble joules) {
  /**
   * A chi-square statistic.
   *
   * @param value the statistic
   * @param freedom its degrees of freedom, 0 where nothing could be compared
   */
  record ChiSquare(double value, int freedom) {
    /** P(at least so large) when the law is right. */
    double pValue() {
      if (freedom == 0) {
        return 1;
      }
      return Double.isInfinite(value) ? 0 : Gamma.regularizedGammaQ(freedom / 2.0, value / 2);
    }

    /** The sum over independent parts. */
    static ChiSquare sum(List<ChiSquare> parts) {
      return new ChiSquare(
          parts.stream().mapToDouble(ChiSquare::value).sum(),
          parts.stream().mapToInt(ChiSquare::freedom).sum());
    }
  }

  double pValue() {
    return chiSquare.pValue();
  }

  /** Correlation of two columns of numbers, NaN where one of them does not vary. */
  static double correlation(double[] x, double[] y) {
    double meanX = java.util.Arrays.stream(x).average().orElseThrow();
    double meanY = java.util.Arrays.stream(y).average().orElseThrow();
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - meanX) * (y[i] - meanY);
      xx += (x[i] - meanX) * (x[i] - meanX);
      yy += (y[i] - meanY) * (y[i] - meanY);
    }
    return xy / Math.sqrt(xx * yy);
  }
}
