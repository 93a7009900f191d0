package io.spindrift.cli.command;

import io.spindrift.memory.neuron.MembraneLaw;
import io.spindrift.memory.neuron.MembranePaths;
import java.util.Arrays;

/**
 * How often membrane potentials lie where.
 *
 * @param law what theory says
 * @param centres centres of the bins in volts
 * @param density measured density in each bin, per volt
 */
record MembraneHistogram(MembraneLaw law, double[] centres, double[] density) {
  private static final int BINS = 41;
  private static final double REACH = 4; // deviations that the histogram shows

  static MembraneHistogram of(MembraneLaw law, MembranePaths paths) {
    double[] centres = centres(law);
    return new MembraneHistogram(law, centres, density(centres, paths));
  }

  /**
   * Centres of the bins. A bin is a whole number of weights wide where the potential lies on a
   * lattice; after a leak it does not, so the width follows the deviation alone.
   */
  private static double[] centres(MembraneLaw law) {
    double deviation = Math.sqrt(law.variance());
    double[] centre = new double[BINS];
    Arrays.setAll(centre, i -> law.mean() + deviation * REACH * (2.0 * i / (BINS - 1) - 1));
    return centre;
  }

  private static double[] density(double[] centre, MembranePaths paths) {
    double width = centre[1] - centre[0];
    double[] density = new double[BINS];
    double each = 1 / (width * paths.paths() * paths.steps());
    for (double[] path : paths.volts()) {
      for (double volts : path) {
        long bin = Math.round((volts - centre[0]) / width);
        if (bin >= 0 && bin < BINS) {
          density[(int) bin] += each;
        }
      }
    }
    return density;
  }

  /** Density of the normal law of theory's mean and variance. */
  double[] normal(double[] volts) {
    double variance = law.variance();
    return Arrays.stream(volts)
        .map(v -> Math.exp(-(v - law.mean()) * (v - law.mean()) / (2 * variance)))
        .map(v -> v / Math.sqrt(2 * Math.PI * variance))
        .toArray();
  }
}
