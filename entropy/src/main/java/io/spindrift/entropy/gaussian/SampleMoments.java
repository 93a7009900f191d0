package io.spindrift.entropy.gaussian;

/**
 * Moments of samples, gathered block by block; memory does not grow.
 *
 * @param sums sums of powers
 * @param largest largest magnitude
 */
public record SampleMoments(PowerSums sums, double largest) {
  /** No samples. */
  public static final SampleMoments NONE = new SampleMoments(PowerSums.NONE, 0);

  /** The moments of the first {@code count} samples. */
  public static SampleMoments of(float[] samples, int count) {
    double[] exact = new double[count];
    double largest = 0;
    for (int i = 0; i < count; i++) {
      exact[i] = samples[i];
      largest = Math.max(largest, Math.abs(exact[i]));
    }
    return new SampleMoments(PowerSums.of(exact, 0, count), largest);
  }

  /** The moments of these samples and others. */
  public SampleMoments plus(SampleMoments next) {
    return new SampleMoments(sums.plus(next.sums), Math.max(largest, next.largest));
  }

  /** Number of samples n. */
  public long count() {
    return sums.count();
  }

  /** Sample mean. */
  public double mean() {
    return sums.mean();
  }

  /** Variance with divisor n. */
  public double variance() {
    return sums.centralSecond();
  }

  /** Third standardised moment; NaN when all samples are equal. */
  public double skewness() {
    return sums.centralThird() / Math.pow(variance(), 1.5);
  }

  /** Fourth standardised moment less 3; NaN when all samples are equal. */
  public double excessKurtosis() {
    return sums.centralFourth() / (variance() * variance()) - 3;
  }

  /**
   * Standard errors by which mean and variance lie from those of a law, the larger of the two; the
   * variance of a squared sample is taken as (2 + excess kurtosis) variance^2 of the law.
   */
  public double deviation(StatedLaw law) {
    double ofMean = Math.abs(mean() - law.mean()) / Math.sqrt(law.variance() / count());
    double spread = law.variance() * Math.sqrt((2 + law.excessKurtosis()) / count());
    return Math.max(ofMean, Math.abs(variance() - law.variance()) / spread);
  }
}
