package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.BitSequence;

/**
 * |X_k|^2 of a sequence of +1 and -1 at single frequencies, summed directly in double precision:
 * eight signs from a table, then one root of unity for each eight.
 */
final class SinglePower {
  private final BitSequence bits;
  private final UnitRoots roots;

  SinglePower(BitSequence bits) {
    this.bits = bits;
    this.roots = new UnitRoots(bits.length());
  }

  /** The power at frequency {@code k}, 0 to n - 1. */
  double at(int k) {
    int n = bits.length();
    double[] eightRe = new double[256];
    double[] eightIm = new double[256];
    for (int value = 0; value < 256; value++) {
      for (int t = 0; t < 8; t++) {
        int sign = 2 * (value >>> t & 1) - 1;
        eightRe[value] += sign * roots.re((long) t * k % n);
        eightIm[value] += sign * roots.im((long) t * k % n);
      }
    }
    double re = 0;
    double im = 0;
    int whole = n / 8 * 8;
    int step = (int) (8L * k % n);
    int power = 0;
    for (int j = 0; j < whole; j += 8) {
      int value = (int) bits.word(j) & 255;
      double wr = roots.re(power);
      double wi = roots.im(power);
      re += eightRe[value] * wr - eightIm[value] * wi;
      im += eightRe[value] * wi + eightIm[value] * wr;
      power += step - (power >= n - step ? n : 0);
    }
    for (int j = whole; j < n; j++) {
      int sign = 2 * bits.bit(j) - 1;
      re += sign * roots.re((long) j * k % n);
      im += sign * roots.im((long) j * k % n);
    }
    return re * re + im * im;
  }
}
