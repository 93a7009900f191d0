package io.spindrift.memory.neuron;

import io.spindrift.numerics.Require;

/**
 * What theory says of the membrane potential of a neuron, exactly.
 *
 * <p>With k coins of P(1) = p, q = 1 - p, that are independent of each other and of correlation
 * rho^n from one step to the n-th after it (rho = 0 for coins that are reset, 1 - a - b for a
 * freely running junction), a = 1 - dt/tau and weight w:
 *
 * <ul>
 *   <li>mean w k (p - c) / (1 - a)
 *   <li>variance w^2 k p q / (1 - a^2) (1 + a rho) / (1 - a rho)
 *   <li>autocorrelation a^n for rho = 0, else that of an autoregressive process of order two with
 *       the roots a and rho: (a (1 - rho^2) a^n - rho (1 - a^2) rho^n) / ((a - rho) (1 + a rho)),
 *       for rho = a its limit a^n (1 + n (1 - a^2) / (1 + a^2))
 *   <li>for rho = 0, cumulant j of the potential is w^j kappa_j / (1 - a^j), kappa_j that of the
 *       binomial count; hence skewness and excess kurtosis
 *   <li>continuum limit: sigma^2 = w^2 k p q / dt (1 + rho) / (1 - rho), variance sigma^2 tau / 2,
 *       autocorrelation exp(-t / tau)
 * </ul>
 *
 * <p>Sources: Box and Jenkins, "Time Series Analysis" (1970), chapter 3, for the second-order
 * process; Uhlenbeck and Ornstein, Phys. Rev. 36 (1930) 823, for the limit. The limit with rho
 * holds for dt well below tau and 1 - rho of order one.
 *
 * @param neuron what integrates
 * @param share P(1) of every coin
 * @param coinCorrelation rho, correlation of a coin with itself one step later
 */
public record MembraneLaw(LeakyNeuron neuron, double share, double coinCorrelation) {
  private static final double ALIKE = 1e-6; // roots closer than this take the limit

  /** Checks the ranges. */
  public MembraneLaw {
    Require.inRange("share of ones", share, 0, 1, "");
    Require.inRange("correlation of a coin", coinCorrelation, -1 + 1e-9, 1 - 1e-9, "");
  }

  /** Variance of the count of ones in one step: k p q. */
  public double countVariance() {
    return neuron.inputs() * share * (1 - share);
  }

  /** Mean of the stationary potential, volts. */
  public double mean() {
    return neuron.weightVolts() * neuron.inputs() * (share - neuron.centre()) / (1 - neuron.kept());
  }

  /** Variance of the stationary potential, square volts. */
  public double variance() {
    double a = neuron.kept();
    double memory = a * coinCorrelation;
    double drive = neuron.weightVolts() * neuron.weightVolts() * countVariance();
    return drive / (1 - a * a) * (1 + memory) / (1 - memory);
  }

  /** Mean after n steps from a potential: the stationary mean is approached by a^n. */
  public double mean(double startVolts, long steps) {
    return mean() + (startVolts - mean()) * Math.pow(neuron.kept(), steps);
  }

  /** Variance after n steps from a fixed potential, for rho = 0: that at rest times 1 - a^(2n). */
  public double variance(long steps) {
    requireIndependent();
    return variance() * (1 - Math.pow(neuron.kept(), 2.0 * steps));
  }

  /** Correlation of the stationary potential with itself n steps later. */
  public double autocorrelation(int lag) {
    Require.atLeast("lag", lag, 0);
    double a = neuron.kept();
    double rho = coinCorrelation;
    if (Math.abs(a - rho) < ALIKE) {
      return Math.pow(a, lag) * (1 + lag * (1 - a * a) / (1 + a * a));
    }
    double slow = a * (1 - rho * rho) * Math.pow(a, lag);
    double fast = rho * (1 - a * a) * Math.pow(rho, lag);
    return (slow - fast) / ((a - rho) * (1 + a * rho));
  }

  /** Skewness of the stationary potential, for independent coins. */
  public double skewness() {
    requireIndependent();
    double third = countVariance() * (1 - 2 * share) / (1 - Math.pow(neuron.kept(), 3));
    return third * Math.pow(neuron.weightVolts(), 3) / Math.pow(variance(), 1.5);
  }

  /** Excess kurtosis of the stationary potential, for independent coins: 0 is the normal law's. */
  public double excessKurtosis() {
    requireIndependent();
    double pq = share * (1 - share);
    double fourth = countVariance() * (1 - 6 * pq) / (1 - Math.pow(neuron.kept(), 4));
    return fourth * Math.pow(neuron.weightVolts(), 4) / (variance() * variance());
  }

  /** Noise power sigma^2 of the equation V' = -V/tau + sigma xi(t), square volts per second. */
  public double noisePower() {
    double drive = neuron.weightVolts() * neuron.weightVolts() * countVariance();
    return drive / neuron.stepSeconds() * (1 + coinCorrelation) / (1 - coinCorrelation);
  }

  /** Stationary variance of the limit of short steps: sigma^2 tau / 2. */
  public double continuumVariance() {
    return noisePower() * neuron.timeConstantSeconds() / 2;
  }

  /** Autocorrelation of the limit of short steps: exp(-n dt / tau). */
  public double continuumAutocorrelation(int lag) {
    return Math.exp(-lag * neuron.stepSeconds() / neuron.timeConstantSeconds());
  }

  private void requireIndependent() {
    if (coinCorrelation != 0) {
      throw new IllegalStateException(
          "correlation of a coin must be 0 for this figure, but was " + coinCorrelation);
    }
  }
}
