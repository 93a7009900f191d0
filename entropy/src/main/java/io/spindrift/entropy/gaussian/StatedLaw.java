package io.spindrift.entropy.gaussian;

import java.util.OptionalDouble;

/**
 * The exact distribution that a method of Gaussian synthesis gives when its bits are ideal.
 *
 * <p>What a method owes the reader before anything is measured: its moments, its reach, its cost in
 * bits, and its distribution function F, from which any distance to the normal follows.
 */
public interface StatedLaw {
  /** Mean of one sample. */
  double mean();

  /** Variance of one sample. */
  double variance();

  /** Third standardised moment. */
  double skewness();

  /** Fourth standardised moment less 3. */
  double excessKurtosis();

  /** Largest magnitude that a sample can take, infinite when there is none. */
  double reachSigma();

  /** F(x) = P(sample &lt;= x). */
  double cumulative(double x);

  /** Mean number of bits that one sample takes from its source. */
  double expectedBitsPerSample();

  /**
   * Kolmogorov-Smirnov distance sup |F(x) - Phi(x)| from the standard normal, where it can be
   * computed exactly: no number of samples gets below it.
   */
  OptionalDouble distanceFromNormal();
}
