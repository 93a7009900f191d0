package io.spindrift.entropy.gaussian;

/**
 * Moments of samples, gathered block by block; memory does not grow.
 *
 * <p>Sums of powers about zero: for samples that are near standard normal nothing cancels.
 *
 * @param count number of samples n
 * @param first sum of x
 * @param second sum of x^2
 * @param third sum of x^3
 * @param fourth sum of x^4
 * @param largest largest magnitude
 */
public record SampleMoments(
    long count, double first, double second, double third, double fourth, double largest) {
  /** No samples. */
  public static final SampleMoments NONE = new SampleMoments(0, 0, 0, 0, 0, 0);

  /** The moments of the first {@code count} samples. */
  public static SampleMoments of(float[] samples, int count) {
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    float largest = 0;
    for (int i = 0; i < count; i++) {
      double x = samples[i];
      double square = x * x;
      s1 += x;
      s2 += square;
      s3 += square * x;
      s4 += square * square;
      largest = Math.max(largest, Math.abs(samples[i]));
    }
    return new SampleMoments(count, s1, s2, s3, s4, largest);
  }

  /** The moments of these samples and others. */
  public SampleMoments plus(SampleMoments next) {
    return new SampleMoments(
        count + next.count,
        first + next.first,
        second + next.second,
        third + next.third,
        fourth + next.fourth,
        Math.max(largest, next.largest));
  }

  /** Sample mean. */
  public double mean() {
    return first / count;
  }

  /** Variance with divisor n. */
  public double variance() {
    return second / count - mean() * mean();
  }

  /** Third standardised moment; NaN when all samples are equal. */
  public double skewness() {
    double m = mean();
    double third3 = third / count - 3 * m * second / count + 2 * m * m * m;
    return third3 / Math.pow(variance(), 1.5);
  }

  /** Fourth standardised moment less 3; NaN when all samples are equal. */
  public double excessKurtosis() {
    double m = mean();
    double central =
        fourth / count - 4 * m * third / count + 6 * m * m * second / count - 3 * m * m * m * m;
    return central / (variance() * variance()) - 3;
  }

  /**
   * Standard errors by which mean and variance lie from those of a law, the larger of the two; the
   * variance of a squared sample is taken as (2 + excess kurtosis) variance^2 of the law.
   */
  public double deviation(StatedLaw law) {
    double ofMean = Math.abs(mean() - law.mean()) / Math.sqrt(law.variance() / count);
    double spread = law.variance() * Math.sqrt((2 + law.excessKurtosis()) / count);
    return Math.max(ofMean, Math.abs(variance() - law.variance()) / spread);
  }
}
