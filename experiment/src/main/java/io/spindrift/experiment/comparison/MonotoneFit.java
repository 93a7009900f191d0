package io.spindrift.experiment.comparison;

/**
 * The rising sequence nearest to measured values: least squares with weights, by pooling adjacent
 * violators.
 *
 * <p>A value below its predecessor is merged with it into their weighted mean until none is left.
 * Source: Barlow, Bartholomew, Bremner and Brunk, "Statistical Inference under Order Restrictions"
 * (Wiley 1972), section 1.2; not confirmed.
 */
final class MonotoneFit {
  /** The fit, one value per measured one; {@code weights} are positive. */
  static double[] rising(double[] values, double[] weights) {
    int n = values.length;
    double[] means = new double[n];
    double[] masses = new double[n];
    int[] lengths = new int[n];
    int blocks = 0;
    for (int i = 0; i < n; i++) {
      means[blocks] = values[i];
      masses[blocks] = weights[i];
      lengths[blocks++] = 1;
      while (blocks > 1 && means[blocks - 2] >= means[blocks - 1]) {
        double mass = masses[blocks - 2] + masses[blocks - 1];
        means[blocks - 2] =
            (masses[blocks - 2] * means[blocks - 2] + masses[blocks - 1] * means[blocks - 1])
                / mass;
        masses[blocks - 2] = mass;
        lengths[blocks - 2] += lengths[--blocks];
      }
    }
    double[] fit = new double[n];
    int at = 0;
    for (int b = 0; b < blocks; b++) {
      for (int i = 0; i < lengths[b]; i++) {
        fit[at++] = means[b];
      }
    }
    return fit;
  }

  private MonotoneFit() {}
}
