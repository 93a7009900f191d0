package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.BitSequence;

/**
 * |X_k|^2 of a sequence of +1 and -1 at single frequencies, summed directly in double precision:
 * eight bits by a table, eight tables' entries to a word, then one root of unity for each word.
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
    double[] byteRe = new double[256];
    double[] byteIm = new double[256];
    double[] turnRe = new double[8];
    double[] turnIm = new double[8];
    for (int t = 0; t < 8; t++) {
      turnRe[t] = roots.re(8L * t * k % n);
      turnIm[t] = roots.im(8L * t * k % n);
      double re = roots.re((long) t * k % n);
      double im = roots.im((long) t * k % n);
      for (int value = 0; value < 256; value++) {
        int sign = 2 * (value >>> t & 1) - 1;
        byteRe[value] += sign * re;
        byteIm[value] += sign * im;
      }
    }
    double sumRe = 0;
    double sumIm = 0;
    int whole = n / 64 * 64;
    for (int at = 0; at < whole; at += 64) {
      long word = bits.word(at);
      double re = 0;
      double im = 0;
      for (int t = 0; t < 8; t++) {
        int value = (int) word & 255;
        re += byteRe[value] * turnRe[t] - byteIm[value] * turnIm[t];
        im += byteRe[value] * turnIm[t] + byteIm[value] * turnRe[t];
        word >>>= 8;
      }
      long power = (long) at * k % n;
      double wr = roots.re(power);
      double wi = roots.im(power);
      sumRe += re * wr - im * wi;
      sumIm += re * wi + im * wr;
    }
    for (int j = whole; j < n; j++) {
      int sign = 2 * bits.bit(j) - 1;
      sumRe += sign * roots.re((long) j * k % n);
      sumIm += sign * roots.im((long) j * k % n);
    }
    return sumRe * sumRe + sumIm * sumIm;
  }
}
