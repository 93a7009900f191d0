package io.spindrift.entropy.sp80090b.iid;

import java.util.Arrays;

/**
 * The symbols that occur, numbered from zero, and their shares.
 *
 * <p>A share is summed up one n-th at a time, as the reference tool does: the rounding decides in
 * which order nearly equal expectations are put into bins, and so the statistic.
 */
@SuppressWarnings("ArrayRecordComponent")
record SymbolShares(int[] numberOf, double[] shares) {
  static SymbolShares of(ExaminedSample sample) {
    int[] present = sample.present();
    int[] numberOf = new int[256];
    Arrays.fill(numberOf, -1);
    double[] shares = new double[present.length];
    double one = 1.0 / sample.length();
    for (int number = 0; number < present.length; number++) {
      numberOf[sample.binary() ? number : present[number]] = number;
      double share = 0;
      for (long i = sample.counts()[present[number]]; i > 0; i--) {
        share += one;
      }
      shares[number] = share;
    }
    return new SymbolShares(numberOf, shares);
  }

  /** Number of the symbol at a place of the sample. */
  int number(ExaminedSample sample, int place) {
    return numberOf[sample.values()[place] & 0xFF];
  }

  /** Symbols that occur. */
  int size() {
    return shares.length;
  }
}
