package io.spindrift.entropy.certificate;

/**
 * What the plots of a Gaussian certificate show: quantiles, histogram and tails of the samples that
 * a tally kept.
 *
 * @param samples number of samples shown
 * @param normalQuantiles quantiles of the standard normal
 * @param sampleQuantiles quantiles of the samples at the same orders
 * @param quantileErrors standard errors of the sample quantiles, sqrt(q (1 - q)/n) / density
 * @param centres centres of the histogram's cells
 * @param densities share of samples in a cell over its width
 * @param levels distances from zero
 * @param beyond share of samples with |x| above each distance
 */
@SuppressWarnings("ArrayRecordComponent")
public record GaussianPortrait(
    int samples,
    double[] normalQuantiles,
    double[] sampleQuantiles,
    double[] quantileErrors,
    double[] centres,
    double[] densities,
    double[] levels,
    double[] beyond) {
  private static final int QUANTILES = 161;
  private static final double END_SIGMA = 5;
  private static final int CELLS_PER_SIGMA = 10;
  private static final int LEVELS_PER_SIGMA = 10;

  /** The portrait of the samples that a tally kept. */
  public static GaussianPortrait of(GaussianTally tally) {
    float[] rising = tally.sorted();
    int n = rising.length;
    double end = NormalTails.upperQuantile(0.5 / n);
    double[] normal = new double[QUANTILES];
    double[] sample = new double[QUANTILES];
    double[] errors = new double[QUANTILES];
    for (int i = 0; i < QUANTILES; i++) {
      normal[i] = end * (2.0 * i / (QUANTILES - 1) - 1);
      double q = NormalTails.cumulative(normal[i]);
      sample[i] = rising[(int) Math.clamp((long) Math.floor(q * n), 0, n - 1)];
      errors[i] = Math.sqrt(q * (1 - q) / n) / NormalTails.density(normal[i]);
    }
    int half = (int) (END_SIGMA * CELLS_PER_SIGMA);
    double[] centres = new double[2 * half + 1];
    double[] densities = new double[2 * half + 1];
    for (int i = 0; i < centres.length; i++) {
      centres[i] = (i - half) / (double) CELLS_PER_SIGMA;
      double low = centres[i] - 0.5 / CELLS_PER_SIGMA;
      double high = centres[i] + 0.5 / CELLS_PER_SIGMA;
      densities[i] =
          (notAbove(rising, high) - notAbove(rising, low)) * CELLS_PER_SIGMA / (double) n;
    }
    double[] levels = new double[(int) (6 * LEVELS_PER_SIGMA) + 1];
    double[] beyond = new double[levels.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = i / (double) LEVELS_PER_SIGMA;
      int within = notAbove(rising, levels[i]) - below(rising, -levels[i]);
      beyond[i] = (n - within) / (double) n;
    }
    return new GaussianPortrait(n, normal, sample, errors, centres, densities, levels, beyond);
  }

  /** Number of samples at or below x. */
  private static int notAbove(float[] rising, double x) {
    int low = 0;
    int high = rising.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rising[middle] <= x) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int below(float[] rising, double x) {
    return notAbove(rising, Math.nextDown(x));
  }
}
