package io.spindrift.device.fit;

import io.spindrift.device.table.CountTable;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.distribution.discrete.BinomialDistribution;

/**
 * Law of the total deviance of counts about the right probabilities.
 *
 * <p>Where at least {@value #MANY} switch and as many do not, the deviance of a count is a
 * chi-squared variable of one degree of freedom. Where fewer are expected it is not, and its mean
 * and variance are summed over the binomial law. The total, less one degree of freedom a parameter,
 * is taken as a multiple of a chi-squared variable with that mean and variance.
 *
 * @param mean mean of the total
 * @param variance its variance
 */
record DevianceLaw(double mean, double variance) {
  private static final double MANY = 20;
  private static final double FARTHEST_SIGMAS = 12;

  /** The law for a table, probabilities and a number of fitted parameters. */
  static DevianceLaw of(CountTable table, double[] probabilities, int parameters) {
    double mean = -parameters;
    double variance = -2.0 * parameters;
    for (int i = 0; i < probabilities.length; i++) {
      long trials = table.rows().get(i).trials();
      double p = CountedPulses.held(probabilities[i]);
      double[] moments =
          trials * Math.min(p, 1 - p) >= MANY ? new double[] {1, 2} : moments(trials, p);
      mean += moments[0];
      variance += moments[1];
    }
    return new DevianceLaw(mean, variance);
  }

  /** Probability that chance alone gives a larger total. */
  double exceeding(double total) {
    if (!(mean > 0) || !(variance > 0)) {
      return total > 0 ? 0 : 1;
    }
    double multiple = variance / (2 * mean);
    return 1 - new ChiSquaredDistribution(mean / multiple).cumulativeProbability(total / multiple);
  }

  private static double[] moments(long trials, double p) {
    double rare = Math.min(p, 1 - p);
    int most = (int) Math.min(trials, Math.ceil(MANY + FARTHEST_SIGMAS * Math.sqrt(MANY)));
    BinomialDistribution law =
        new BinomialDistribution((int) Math.min(trials, Integer.MAX_VALUE), rare);
    double first = 0;
    double second = 0;
    for (int k = 0; k <= most; k++) {
      double d = CountedPulses.deviance(k, trials, rare);
      double weight = law.probability(k);
      first += weight * d * d;
      second += weight * d * d * d * d;
    }
    return new double[] {first, second - first * first};
  }
}
