package io.spindrift.device.fit;

import io.spindrift.device.table.CountTable;

/**
 * Counts of switching pulses, binomial about their probabilities.
 *
 * <p>The residual is the signed root of the deviance,
 *
 * <pre>
 *   d = sign(k - n p) sqrt(2 [k ln(k/(n p)) + (n - k) ln((n - k)/(n (1 - p)))]),
 * </pre>
 *
 * so that least squares of d is maximum likelihood, at P near 0 and 1 too, where the weights of
 * (k/n - p)/sqrt(p (1 - p)/n) run away. The information is n/(p (1 - p)). P. McCullagh and J. A.
 * Nelder, Generalized Linear Models (1989), section 2.4.
 *
 * @param table the counts: k of n
 */
record CountedPulses(CountTable table) implements Measurement {
  /**
   * Probability that stands for an impossible event; a count against it stays a finite residual.
   */
  private static final double LEAST_PROBABILITY = 1e-12;

  /** Deviance below which its slope is taken at zero. */
  private static final double SMALL = 1e-4;

  @Override
  public int size() {
    return table.rows().size();
  }

  @Override
  public double residual(int i, double predicted) {
    CountTable.Row row = table.rows().get(i);
    return deviance(row.switched(), row.trials(), held(predicted));
  }

  /** d' = -(k - n p)/(p (1 - p) d), which tends to -sqrt(n/(p (1 - p))) where d does to zero. */
  @Override
  public double rate(int i, double predicted) {
    CountTable.Row row = table.rows().get(i);
    double p = held(predicted);
    double d = deviance(row.switched(), row.trials(), p);
    return Math.abs(d) < SMALL
        ? -Math.sqrt(information(i, p))
        : -(row.switched() - row.trials() * p) / (p * (1 - p) * d);
  }

  @Override
  public double information(int i, double predicted) {
    double p = held(predicted);
    return table.rows().get(i).trials() / (p * (1 - p));
  }

  /** The probability moved off 0 and 1. */
  static double held(double predicted) {
    return Math.clamp(predicted, LEAST_PROBABILITY, 1 - LEAST_PROBABILITY);
  }

  /** The signed root of the deviance of k of n at p. */
  static double deviance(long switched, long trials, double p) {
    double n = trials;
    double k = switched;
    double square = 2 * (part(k, n * p) + part(n - k, n * (1 - p)));
    return Math.signum(k - n * p) * Math.sqrt(Math.max(0, square));
  }

  /** k ln(k/expected) - (k - expected), accurate where both are close. */
  private static double part(double count, double expected) {
    return count == 0
        ? expected
        : -count * Math.log1p((expected - count) / count) - (count - expected);
  }
}
