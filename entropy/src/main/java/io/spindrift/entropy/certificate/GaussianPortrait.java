package io.spindrift.entropy.certificate;

import io.spindrift.entropy.gaussian.NormalTails;

/**
 * What the plots of a Gaussian certificate show: quantiles, histogram and tails of the samples that
 * a tally kept.
 *
 * @param samples number of samples shown
 * @param normalQuantiles quantiles of the standard normal
 * @param sampleQuantiles quantiles of the samples at the same orders
 * @param quantileErrors standard errors of the sample quantiles, sqrt(q (1 - q)/n) / density
 * @param lattice whether the samples take few, evenly spaced values; a cell is then one of them
 * @param centres centres of the histogram's cells, all of one width
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
    boolean lattice,
    double[] centres,
    double[] densities,
    double[] levels,
    double[] beyond) {
  private static final int QUANTILES = 161;
  private static final double END_SIGMA = 5;
  private static final int CELLS_PER_SIGMA = 10;
  private static final int MOST_VALUES = 130;
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
      sample[i] = rising[Math.clamp((long) Math.floor(q * n), 0, n - 1)];
      errors[i] = Math.sqrt(q * (1 - q) / n) / NormalTails.density(normal[i]);
    }
    double step = latticeStep(rising);
    double width = step > 0 ? step : 1.0 / CELLS_PER_SIGMA;
    double origin = step > 0 ? rising[0] : -END_SIGMA;
    double last = step > 0 ? rising[n - 1] : END_SIGMA;
    double[] centres = new double[(int) Math.rint((last - origin) / width) + 1];
    double[] densities = new double[centres.length];
    for (int i = 0; i < centres.length; i++) {
      centres[i] = origin + i * width;
      int inside =
          notAbove(rising, centres[i] + width / 2) - notAbove(rising, centres[i] - width / 2);
      densities[i] = inside / (width * n);
    }
    double[] levels = new double[6 * LEVELS_PER_SIGMA + 1];
    double[] beyond = new double[levels.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = i / (double) LEVELS_PER_SIGMA;
      int within = notAbove(rising, levels[i]) - below(rising, -levels[i]);
      beyond[i] = (n - within) / (double) n;
    }
    return new GaussianPortrait(
        n, normal, sample, errors, step > 0, centres, densities, levels, beyond);
  }

  /** The least distance of different samples when they take few values, else 0. */
  private static double latticeStep(float[] rising) {
    double least = Double.POSITIVE_INFINITY;
    int values = 1;
    for (int i = 1; i < rising.length && values <= MOST_VALUES; i++) {
      if (rising[i] > rising[i - 1]) {
        least = Math.min(least, rising[i] - (double) rising[i - 1]);
        values++;
      }
    }
    boolean few = values > 1 && values <= MOST_VALUES;
    double range = rising[rising.length - 1] - (double) rising[0];
    return few && range / least <= 2 * MOST_VALUES ? least : 0;
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
