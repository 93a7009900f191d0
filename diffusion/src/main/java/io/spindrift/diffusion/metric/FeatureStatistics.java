package io.spindrift.diffusion.metric;

import io.spindrift.numerics.Require;

/**
 * Mean and covariance of the features of an image set, in double precision.
 *
 * @param count number of images, {@link #UNKNOWN_COUNT} when a file does not say
 * @param mean mean of each feature
 * @param covariance covariance with divisor count - 1, [feature, feature], row-major
 */
public record FeatureStatistics(long count, double[] mean, double[] covariance) {
  /** The number of images of statistics that came without it. */
  public static final long UNKNOWN_COUNT = 0;

  /** Checks the shapes; the arrays are not copied. */
  public FeatureStatistics {
    if (count != UNKNOWN_COUNT) {
      Require.atLeast("number of images", count, 2L);
    }
    if (covariance.length != mean.length * mean.length) {
      throw new IllegalArgumentException(
          "covariance must have "
              + mean.length * mean.length
              + " elements, but has "
              + covariance.length);
    }
  }

  /** Number of features. */
  public int features() {
    return mean.length;
  }
}
