package io.spindrift.memory.neuron;

import io.spindrift.numerics.Require;

/**
 * Stationary figures measured over many paths, each with its standard error.
 *
 * <p>Paths are independent, points of one path are not: each figure is taken for every path, and
 * its error is the spread of those values over the root of their number. Deviations are taken from
 * the mean that theory states, not from the measured one, so that no estimate is biased by a finite
 * path. With P paths the ratio (measured - true) / error follows Student's law of P - 1 degrees of
 * freedom as far as the values of the paths are normal.
 *
 * @param mean mean potential, volts
 * @param variance mean squared deviation from the stated mean, square volts
 * @param autocovariance mean product of deviations, by lag from 0, square volts
 */
public record MembraneMeasure(Figure mean, Figure variance, Figure[] autocovariance) {
  /**
   * A measured figure.
   *
   * @param value mean over the paths
   * @param error its standard error
   */
  public record Figure(double value, double error) {
    /** Errors by which the value lies above what was expected. */
    public double deviation(double expected) {
      double off = value - expected;
      return off == 0 ? 0 : off / error;
    }
  }

  /**
   * Measures paths.
   *
   * @param statedMean stationary mean that theory states
   * @param lags largest lag, below the number of steps
   */
  public static MembraneMeasure of(MembranePaths paths, double statedMean, int lags) {
    Require.atLeast("paths", paths.paths(), 2);
    Require.inRange("largest lag", lags, 0, paths.steps() - 1);
    double[] means = new double[paths.paths()];
    double[][] products = new double[lags + 1][paths.paths()];
    for (int path = 0; path < means.length; path++) {
      double[] volts = paths.volts()[path];
      means[path] = average(volts);
      for (int lag = 0; lag <= lags; lag++) {
        products[lag][path] = product(volts, statedMean, lag);
      }
    }
    Figure[] covariance = new Figure[lags + 1];
    for (int lag = 0; lag <= lags; lag++) {
      covariance[lag] = figure(products[lag]);
    }
    return new MembraneMeasure(figure(means), covariance[0], covariance);
  }

  /** Autocovariance over variance, by lag. */
  public double autocorrelation(int lag) {
    return autocovariance[lag].value() / variance.value();
  }

  private static double product(double[] volts, double mean, int lag) {
    double sum = 0;
    for (int n = lag; n < volts.length; n++) {
      sum += (volts[n] - mean) * (volts[n - lag] - mean);
    }
    return sum / (volts.length - lag);
  }

  private static Figure figure(double[] values) {
    double mean = average(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return new Figure(mean, Math.sqrt(squares / (values.length - 1.0) / values.length));
  }

  private static double average(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
