package io.spindrift.entropy.gaussian;

import io.spindrift.numerics.Require;
import java.util.OptionalDouble;
import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;

/**
 * The exact distribution of (K - centre) / scale, where K counts the ones among n independent bits.
 *
 * <p>What a perfect n-bit sum looks like: the reference beside which measured noise is judged.
 *
 * @param bits number n of bits in one sample
 * @param probability P(1) of every bit, strictly between 0 and 1
 * @param centre count that maps to zero
 * @param scale counts that map to one standard deviation
 */
public record BinomialLattice(int bits, double probability, double centre, double scale)
    implements StatedLaw {
  /** Checks the ranges. */
  public BinomialLattice {
    Require.inRange("bits per sample", bits, 1, 4096);
    Require.inRange("probability of a one", probability, 0x1p-40, 1 - 0x1p-40, "");
    Require.finite("centre", centre, "counts");
    Require.positive("scale", scale, "counts");
  }

  /** The sum of n fair bits, standardised by n/2 and sqrt(n)/2. */
  public static BinomialLattice fair(int bits) {
    return new BinomialLattice(bits, 0.5, bits / 2.0, Math.sqrt(bits) / 2);
  }

  private double countVariance() {
    return bits * probability * (1 - probability);
  }

  /** Sample value of {@code ones} ones, in standard deviations. */
  public double value(int ones) {
    return (ones - centre) / scale;
  }

  /** Mean (n p - centre) / scale. */
  @Override
  public double mean() {
    return (bits * probability - centre) / scale;
  }

  /** Variance n p (1 - p) / scale^2. */
  @Override
  public double variance() {
    return countVariance() / (scale * scale);
  }

  /** Skewness (1 - 2p) / sqrt(n p (1 - p)). */
  @Override
  public double skewness() {
    return (1 - 2 * probability) / Math.sqrt(countVariance());
  }

  /** Excess kurtosis (1 - 6 p (1 - p)) / (n p (1 - p)); -2/n for fair bits. */
  @Override
  public double excessKurtosis() {
    return (1 - 6 * probability * (1 - probability)) / countVariance();
  }

  /** Largest magnitude of a sample; sqrt(n) for fair bits and fair standardisation. */
  @Override
  public double reachSigma() {
    return Math.max(Math.abs(value(0)), Math.abs(value(bits)));
  }

  /** P(K = ones). */
  public double mass(int ones) {
    double logChoose =
        Gamma.logGamma(bits + 1.0) - Gamma.logGamma(ones + 1.0) - Gamma.logGamma(bits - ones + 1.0);
    return Math.exp(
        logChoose + ones * Math.log(probability) + (bits - ones) * Math.log1p(-probability));
  }

  /**
   * Kolmogorov-Smirnov distance sup |F(x) - Phi(x)| of the lattice from the standard normal.
   *
   * <p>No finite n-bit sum gets below it; for fair bits it is half the central mass, about 1/sqrt(2
   * pi n).
   */
  public double kolmogorovSmirnov() {
    double below = 0;
    double distance = 0;
    for (int ones = 0; ones <= bits; ones++) {
      double normal = 0.5 * Erf.erfc(-value(ones) / Math.sqrt(2));
      double upTo = below + mass(ones);
      distance = Math.max(distance, Math.max(Math.abs(normal - below), Math.abs(normal - upTo)));
      below = upTo;
    }
    return distance;
  }

  /** P(sample &lt;= x), the masses of all counts up to x summed. */
  @Override
  public double cumulative(double x) {
    double sum = 0;
    for (int ones = 0; ones <= bits && value(ones) <= x; ones++) {
      sum += mass(ones);
    }
    return Math.min(1, sum);
  }

  /** Every bit of a sum is drawn: n. */
  @Override
  public double expectedBitsPerSample() {
    return bits;
  }

  @Override
  public OptionalDouble distanceFromNormal() {
    return OptionalDouble.of(kolmogorovSmirnov());
  }

  /** P(|sample| > sigma). */
  public double fractionBeyond(double sigma) {
    double sum = 0;
    for (int ones = 0; ones <= bits; ones++) {
      sum += Math.abs(value(ones)) > sigma ? mass(ones) : 0;
    }
    return sum;
  }
}
