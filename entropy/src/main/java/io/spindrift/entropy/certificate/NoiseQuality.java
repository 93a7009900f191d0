package io.spindrift.entropy.certificate;

import io.spindrift.entropy.GaussianSource;
import io.spindrift.entropy.gaussian.BinomialLattice;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.StreamKey;
import java.util.Arrays;
import org.hipparchus.special.Erf;
import org.jspecify.annotations.Nullable;

/**
 * How close samples come to the standard normal.
 *
 * @param source what made the samples
 * @param count number of samples
 * @param mean sample mean, 0 ideally, standard error 1/sqrt(count)
 * @param variance sample variance (divisor count - 1), 1 ideally
 * @param skewness third standardised moment, 0 ideally
 * @param excessKurtosis fourth standardised moment less 3, 0 ideally
 * @param kolmogorovSmirnov sup |F_count(x) - Phi(x)|, exact also for samples on a lattice
 * @param largestMagnitude largest |sample| seen
 * @param reachSigma largest magnitude that the source can make, in standard deviations
 * @param beyondThreeSigma share of samples with |x| > 3
 * @param normalBeyondThreeSigma the same share of a normal variable, 0.0027
 * @param lagOneAutocorrelation correlation of successive samples, standard error 1/sqrt(count)
 * @param ideal what a perfect bit sum of this size would show, where the source is one
 */
public record NoiseQuality(
    String source,
    int count,
    double mean,
    double variance,
    double skewness,
    double excessKurtosis,
    double kolmogorovSmirnov,
    double largestMagnitude,
    double reachSigma,
    double beyondThreeSigma,
    double normalBeyondThreeSigma,
    double lagOneAutocorrelation,
    @Nullable Ideal ideal) {
  private static final double TAIL_SIGMA = 3;

  /**
   * The exact figures of a perfect sum of fair bits.
   *
   * @param bits bits per sample
   * @param excessKurtosis -2/n
   * @param kolmogorovSmirnov distance of the lattice itself from the normal
   * @param beyondThreeSigma exact share with |x| > 3
   */
  public record Ideal(
      int bits, double excessKurtosis, double kolmogorovSmirnov, double beyondThreeSigma) {
    static Ideal of(BinomialLattice lattice) {
      return new Ideal(
          lattice.bits(),
          lattice.excessKurtosis(),
          lattice.kolmogorovSmirnov(),
          lattice.fractionBeyond(TAIL_SIGMA));
    }
  }

  /** Draws one block of {@code count} samples and measures it; {@code lattice} of a bit sum. */
  public static NoiseQuality of(
      GaussianSource source, StreamKey key, int count, @Nullable BinomialLattice lattice) {
    float[] samples = new float[Require.atLeast("sample count", count, 8)];
    source.fill(key, samples, 0, count);
    return of(source.name(), samples, source.reachSigma(), lattice);
  }

  /** Measures samples; at least 8, and not all equal. */
  public static NoiseQuality of(
      String source, float[] samples, double reachSigma, @Nullable BinomialLattice lattice) {
    int n = Require.atLeast("sample count", samples.length, 8);
    double sum = 0;
    double largest = 0;
    int beyond = 0;
    for (float x : samples) {
      sum += Require.finite("sample", x, "");
      largest = Math.max(largest, Math.abs(x));
      beyond += Math.abs(x) > TAIL_SIGMA ? 1 : 0;
    }
    double mean = sum / n;
    double m2 = 0;
    double m3 = 0;
    double m4 = 0;
    double lagged = 0;
    double previous = 0;
    for (float x : samples) {
      double d = x - mean;
      m2 += d * d;
      m3 += d * d * d;
      m4 += d * d * d * d;
      lagged += d * previous;
      previous = d;
    }
    Require.positive("variance of the samples", m2, "");
    double second = m2 / n;
    return new NoiseQuality(
        source,
        n,
        mean,
        m2 / (n - 1),
        m3 / n / Math.pow(second, 1.5),
        m4 / n / (second * second) - 3,
        kolmogorovSmirnov(samples),
        largest,
        reachSigma,
        beyond / (double) n,
        Erf.erfc(TAIL_SIGMA / Math.sqrt(2)),
        lagged / m2,
        lattice == null ? null : Ideal.of(lattice));
  }

  private static double kolmogorovSmirnov(float[] samples) {
    float[] rising = samples.clone();
    Arrays.sort(rising);
    double n = rising.length;
    double distance = 0;
    for (int i = 0; i < rising.length; ) {
      int end = i + 1;
      while (end < rising.length && rising[end] == rising[i]) {
        end++;
      }
      double normal = 0.5 * Erf.erfc(-rising[i] / Math.sqrt(2));
      distance = Math.max(distance, Math.max(Math.abs(normal - i / n), Math.abs(normal - end / n)));
      i = end;
    }
    return distance;
  }
}
