package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.BitSequence;

/**
 * The power |X_k|^2 of a sequence of +1 and -1, X_k = sum_j x_j exp(-2 pi i j k / n), at the
 * frequencies k in [0, n/2), in double precision.
 *
 * <p>An even n goes through one complex transform of half the length, z_j = x_(2j) + i x_(2j+1).
 */
final class SignSpectrum {
  /** The powers, one for each frequency below n/2 (rounded down). */
  static double[] powers(BitSequence bits) {
    int n = bits.length();
    return n % 2 == 0 ? even(bits, n / 2) : odd(bits, n);
  }

  /** Frequencies whose power lies below {@code threshold}. */
  static int countBelow(BitSequence bits, double threshold) {
    int count = 0;
    for (double power : powers(bits)) {
      count += power < threshold ? 1 : 0;
    }
    return count;
  }

  private static double[] odd(BitSequence bits, int n) {
    double[] re = new double[n];
    for (int j = 0; j < n; j++) {
      re[j] = 2 * bits.bit(j) - 1;
    }
    Fourier.Spectrum x = Fourier.of(re, new double[n]);
    double[] powers = new double[n / 2];
    for (int k = 0; k < powers.length; k++) {
      powers[k] = x.re()[k] * x.re()[k] + x.im()[k] * x.im()[k];
    }
    return powers;
  }

  private static double[] even(BitSequence bits, int half) {
    double[] re = new double[half];
    double[] im = new double[half];
    for (int j = 0; j < half; j++) {
      long pair = bits.word(2 * j);
      re[j] = 2 * (int) (pair & 1) - 1;
      im[j] = 2 * (int) (pair >>> 1 & 1) - 1;
    }
    Fourier.Spectrum z = Fourier.of(re, im);
    return split(z.re(), z.im());
  }

  /** X_k = E + w^k O with E = (Z_k + conj Z_(h-k))/2, O = (Z_k - conj Z_(h-k))/(2i), h = n/2. */
  private static double[] split(double[] zr, double[] zi) {
    int half = zr.length;
    UnitRoots roots = new UnitRoots(2L * half);
    double[] powers = new double[half];
    for (int k = 0; k < half; k++) {
      int mirror = k == 0 ? 0 : half - k;
      double er = (zr[k] + zr[mirror]) / 2;
      double ei = (zi[k] - zi[mirror]) / 2;
      double or = (zi[k] + zi[mirror]) / 2;
      double oi = (zr[mirror] - zr[k]) / 2;
      double wr = roots.re(k);
      double wi = roots.im(k);
      double xr = er + or * wr - oi * wi;
      double xi = ei + or * wi + oi * wr;
      powers[k] = xr * xr + xi * xi;
    }
    return powers;
  }

  private SignSpectrum() {}
}
