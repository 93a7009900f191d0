package io.spindrift.entropy.certificate;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.gaussian.NormalTails;
import org.hipparchus.special.Gamma;

/**
 * Power spectrum of bits taken as -1 and +1, averaged over segments (Bartlett's method).
 *
 * <p>Of a segment of m = {@link #SEGMENT} values x the power at frequency j/m per bit is |sum_t x_t
 * exp(-2 pi i j t/m)|^2 / m, on average 1 for fair independent bits and nearly exponential.
 * Averaged over K segments and {@link #SMOOTHED} neighbouring frequencies it is chi-square with 2 K
 * SMOOTHED degrees, over as many degrees. Two segments are transformed at once, one as the real and
 * one as the imaginary part. Source: M. S. Bartlett, Nature 161, 686 (1948).
 */
public final class Periodogram {
  /** Values in a segment. */
  public static final int SEGMENT = 4096;

  /** Neighbouring frequencies averaged into one point. */
  public static final int SMOOTHED = 8;

  private static final int HALF = SEGMENT / 2;
  private static final int POINTS = HALF / SMOOTHED;

  private final double[] power = new double[HALF];
  private final double[] re = new double[SEGMENT];
  private final double[] im = new double[SEGMENT];
  private final double[] cosine = new double[HALF];
  private final double[] sine = new double[HALF];
  private long segments;

  /** Begins without bits. */
  public Periodogram() {
    for (int i = 0; i < HALF; i++) {
      cosine[i] = Math.cos(2 * Math.PI * i / SEGMENT);
      sine[i] = -Math.sin(2 * Math.PI * i / SEGMENT);
    }
  }

  /** Adds the whole pairs of segments in a sequence; the rest is left out. */
  public void add(BitSequence sequence) {
    for (int at = 0; at + 2 * SEGMENT <= sequence.length(); at += 2 * SEGMENT) {
      load(sequence, at, re);
      load(sequence, at + SEGMENT, im);
      transform();
      for (int j = 1; j < HALF; j++) {
        int k = SEGMENT - j;
        double both = re[j] * re[j] + im[j] * im[j] + re[k] * re[k] + im[k] * im[k];
        power[j] += both / (2 * SEGMENT);
      }
      segments += 2;
    }
  }

  /** Segments averaged so far. */
  public long segments() {
    return segments;
  }

  /** Frequencies of the points in cycles per bit, below one half. */
  public double[] frequencies() {
    double[] f = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      f[i] = (first(i) + last(i)) / 2.0 / SEGMENT;
    }
    return f;
  }

  /** Mean power at each point, 1 for fair independent bits; zeros when there was no segment. */
  public double[] powers() {
    double[] mean = new double[POINTS];
    for (int i = 0; i < POINTS && segments > 0; i++) {
      for (int j = first(i); j <= last(i); j++) {
        mean[i] += power[j] / (segments * (double) (last(i) - first(i) + 1));
      }
    }
    return mean;
  }

  /**
   * Half width of the band about 1 that holds a point of fair bits with probability {@code share}:
   * the normal approximation of the chi-square, z / sqrt(K SMOOTHED).
   */
  public double halfBand(double share) {
    return NormalTails.upperQuantile((1 - share) / 2) / Math.sqrt(segments * (double) SMOOTHED);
  }

  /** P-value of the largest power of a point: 1 - (1 - tail)^points, tail by the chi-square law. */
  public double largestPowerPValue() {
    double tail = 1;
    double[] mean = powers();
    for (int i = 0; i < POINTS; i++) {
      double halfDegrees = segments * (double) (last(i) - first(i) + 1);
      tail = Math.min(tail, Gamma.regularizedGammaQ(halfDegrees, mean[i] * halfDegrees));
    }
    return -Math.expm1(POINTS * Math.log1p(-Math.min(tail, Math.nextDown(1.0))));
  }

  /** Frequency 0 is the mean, which is no part of the spectrum. */
  private static int first(int point) {
    return Math.max(1, point * SMOOTHED);
  }

  private static int last(int point) {
    return point * SMOOTHED + SMOOTHED - 1;
  }

  private static void load(BitSequence sequence, int start, double[] target) {
    for (int i = 0; i < SEGMENT; i += 64) {
      long word = sequence.word(start + i);
      for (int b = 0; b < 64; b++) {
        target[i + b] = ((word >>> b) & 1) * 2 - 1;
      }
    }
  }

  /** Radix-2 transform in place: bit reversal, then butterflies of doubling width. */
  private void transform() {
    int shift = Integer.numberOfLeadingZeros(SEGMENT) + 1;
    for (int i = 0; i < SEGMENT; i++) {
      int j = Integer.reverse(i) >>> shift;
      if (j > i) {
        swap(re, i, j);
        swap(im, i, j);
      }
    }
    for (int width = 1; width < SEGMENT; width *= 2) {
      int stride = HALF / width;
      for (int block = 0; block < SEGMENT; block += 2 * width) {
        butterflies(block, width, stride);
      }
    }
  }

  private void butterflies(int block, int width, int stride) {
    for (int i = 0; i < width; i++) {
      int a = block + i;
      int b = a + width;
      double c = cosine[i * stride];
      double s = sine[i * stride];
      double turnedRe = re[b] * c - im[b] * s;
      double turnedIm = re[b] * s + im[b] * c;
      re[b] = re[a] - turnedRe;
      im[b] = im[a] - turnedIm;
      re[a] += turnedRe;
      im[a] += turnedIm;
    }
  }

  private static void swap(double[] x, int i, int j) {
    double kept = x[i];
    x[i] = x[j];
    x[j] = kept;
  }
}
