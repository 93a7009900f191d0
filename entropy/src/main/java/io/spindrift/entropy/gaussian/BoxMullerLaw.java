package io.spindrift.entropy.gaussian;

import io.spindrift.numerics.Require;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The exact distribution of x = r cos(phi) with r = sqrt(-2 ln u) and both u and phi on a lattice.
 *
 * <p>u = (k + a) / 2^m for k = 0 .. 2^m - 1 and phi = 2 pi (j + 1/2) / 2^d for j = 0 .. 2^d - 1, k
 * and j uniform and independent. The angles are centred in their cells, so that the sine has the
 * law of the cosine, all odd moments vanish, and the means of cos^2 and cos^4 are exactly 1/2 and
 * 3/8 for d of 3 or more.
 *
 * @param radiusBits m
 * @param radiusOffset a: 1 for the closed form that hardware tables hold, 1/2 for centred cells
 * @param directionBits d
 * @param bitsPerSample bits that one sample takes from its source
 */
public record BoxMullerLaw(
    int radiusBits, double radiusOffset, int directionBits, double bitsPerSample)
    implements StatedLaw {
  private static final int MOST_SUMMED_BITS = 14;
  private static final int MOST_ENUMERATED_BITS = 22;

  /** Checks the ranges. */
  public BoxMullerLaw {
    Require.inRange("radius bits", radiusBits, 2, 32);
    Require.inRange("direction bits", directionBits, 3, 32);
    Require.positive("bits per sample", bitsPerSample, "");
    if (radiusOffset != 1 && radiusOffset != 0.5) {
      throw new IllegalArgumentException("radius offset must be 0.5 or 1, but was " + radiusOffset);
    }
  }

  /** The law of a pair made of two words of {@code bits} bits each. */
  static BoxMullerLaw ofWords(int bits) {
    return new BoxMullerLaw(bits, 1, bits, bits);
  }

  /** The law of {@link SoftwareGaussian}: 31 bits of radius, 24 of angle and one of sign. */
  static BoxMullerLaw software() {
    return new BoxMullerLaw(BoxMullerNumbers.RADIUS_BITS, 0.5, BoxMullerNumbers.ANGLE_BITS + 1, 32);
  }

  private double cells() {
    return Math.scalb(1.0, radiusBits);
  }

  /** Zero, by symmetry. */
  @Override
  public double mean() {
    return 0;
  }

  /**
   * E[r^2] / 2 = -(mean of ln u); for a = 1 that is 1 - ln(2 pi N) / (2 N), for a = 1/2 it is 1 -
   * ln(2) / (2 N), each up to terms of order 1/N^2, with N = 2^m. Computed exactly.
   */
  @Override
  public double variance() {
    return -LogLattice.mean(cells(), radiusOffset, 1);
  }

  /** Zero, by symmetry. */
  @Override
  public double skewness() {
    return 0;
  }

  /** (3/8) E[r^4] / variance^2 - 3, with E[r^4] = 4 (mean of ln^2 u). */
  @Override
  public double excessKurtosis() {
    double variance = variance();
    return 1.5 * LogLattice.mean(cells(), radiusOffset, 2) / (variance * variance) - 3;
  }

  /** sqrt(2 (m ln 2 - ln a)) cos(pi / 2^d): the smallest u in the direction nearest the axis. */
  @Override
  public double reachSigma() {
    return Math.sqrt(2 * (radiusBits * Math.log(2) - Math.log(radiusOffset)))
        * Math.cos(Math.scalb(Math.PI, -directionBits));
  }

  /**
   * F(x): the share of radii within x / |cos(phi)|, averaged over the directions; over 2^16 of them
   * where d is larger, which changes F by less than 2^-16 times the largest share of one radius.
   */
  @Override
  public double cumulative(double x) {
    Require.finite("x", x, "sigma");
    int bits = Math.min(directionBits - 2, MOST_SUMMED_BITS);
    int directions = 1 << bits;
    double sum = 0;
    for (int j = 0; j < directions; j++) {
      sum += shareOfRadii(Math.abs(x) / cosine(j, directions), x >= 0);
    }
    double within = sum / directions;
    return x >= 0 ? 0.5 + within / 2 : 0.5 - within / 2;
  }

  /** P(r <= radius), or P(r < radius). */
  private double shareOfRadii(double radius, boolean closed) {
    double bound = cells() * Math.exp(-radius * radius / 2) - radiusOffset;
    double outside = closed ? Math.ceil(bound) : Math.floor(bound) + 1;
    return 1 - Math.clamp(outside / cells(), 0, 1);
  }

  private static double cosine(int j, int directions) {
    return Math.cos(Math.PI / 2 * (j + 0.5) / directions);
  }

  /** Computed by enumeration up to m + d = 24; empty beyond. */
  @Override
  public OptionalDouble distanceFromNormal() {
    if (radiusBits + directionBits - 2 > MOST_ENUMERATED_BITS) {
      return OptionalDouble.empty();
    }
    double[] magnitudes = magnitudes();
    double n = magnitudes.length;
    double distance = 0;
    for (int i = 0; i < magnitudes.length; ) {
      int end = i + 1;
      while (end < magnitudes.length && magnitudes[end] == magnitudes[i]) {
        end++;
      }
      double within = 1 - 2 * NormalTails.upperTail(magnitudes[i]);
      distance = Math.max(distance, Math.max(Math.abs(within - i / n), Math.abs(within - end / n)));
      i = end;
    }
    return OptionalDouble.of(distance / 2);
  }

  /** Every |x|, each as likely as any other, ascending. */
  private double[] magnitudes() {
    int directions = 1 << (directionBits - 2);
    double[] magnitudes = new double[directions << radiusBits];
    int at = 0;
    for (int k = 0; k < 1 << radiusBits; k++) {
      double r = Math.sqrt(Math.max(0, -2 * Math.log((k + radiusOffset) / cells())));
      for (int j = 0; j < directions; j++) {
        magnitudes[at++] = (float) (r * cosine(j, directions));
      }
    }
    Arrays.sort(magnitudes);
    return magnitudes;
  }

  @Override
  public double expectedBitsPerSample() {
    return bitsPerSample;
  }
}
