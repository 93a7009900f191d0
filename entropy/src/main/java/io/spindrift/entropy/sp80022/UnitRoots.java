package io.spindrift.entropy.sp80022;

/**
 * The powers exp(-2 pi i k / n) of a primitive root of unity, each the product of two tabled ones,
 * so that n of them cost about 2 sqrt(n) sines; error a few units in the last place.
 */
final class UnitRoots {
  private static final int LOW_BITS = 10;
  private static final int LOW = (1 << LOW_BITS) - 1;

  private final double[] coarseRe;
  private final double[] coarseIm;
  private final double[] fineRe;
  private final double[] fineIm;

  /** The roots of order {@code n}. */
  UnitRoots(long n) {
    int coarse = (int) (n >>> LOW_BITS) + 1;
    coarseRe = new double[coarse];
    coarseIm = new double[coarse];
    fineRe = new double[LOW + 1];
    fineIm = new double[LOW + 1];
    fill(coarseRe, coarseIm, n, 1L << LOW_BITS);
    fill(fineRe, fineIm, n, 1);
  }

  private static void fill(double[] re, double[] im, long n, long stride) {
    for (int k = 0; k < re.length; k++) {
      double angle = -2 * Math.PI * ((double) (k * stride % n) / n);
      re[k] = Math.cos(angle);
      im[k] = Math.sin(angle);
    }
  }

  /** Real part of power {@code k}, 0 to n. */
  double re(long k) {
    int c = (int) (k >>> LOW_BITS);
    int f = (int) k & LOW;
    return coarseRe[c] * fineRe[f] - coarseIm[c] * fineIm[f];
  }

  /** Imaginary part of power {@code k}, 0 to n. */
  double im(long k) {
    int c = (int) (k >>> LOW_BITS);
    int f = (int) k & LOW;
    return coarseRe[c] * fineIm[f] + coarseIm[c] * fineRe[f];
  }
}
