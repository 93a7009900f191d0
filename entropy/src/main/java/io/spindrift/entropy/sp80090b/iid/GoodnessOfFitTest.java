package io.spindrift.entropy.sp80090b.iid;

/**
 * Chi-square test that ten tenths of the symbols have one distribution, SP 800-90B sections 5.2.2
 * and 5.2.4.
 *
 * <p>The counts of symbols in each tenth against their shares in the whole. More than two symbols
 * are binned and give 9 (bins - 1) degrees of freedom, two give 9.
 */
final class GoodnessOfFitTest {
  private static final int TENTHS = 10;

  static ChiSquare of(ExaminedSample sample) {
    return sample.binary() ? ones(sample) : symbols(sample);
  }

  private static ChiSquare symbols(ExaminedSample sample) {
    SymbolShares shares = SymbolShares.of(sample);
    int tenth = sample.length() / TENTHS;
    double[] cells = new double[shares.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = shares.shares()[i] * tenth;
    }
    ExpectationBins bins = new ExpectationBins(cells);
    double statistic = 0;
    for (int part = 0; part < TENTHS; part++) {
      long[] observed = new long[bins.size()];
      for (int i = part * tenth; i < (part + 1) * tenth; i++) {
        observed[bins.binOf(shares.number(sample, i))]++;
      }
      statistic += bins.statistic(observed);
    }
    return new ChiSquare(statistic, (TENTHS - 1) * (bins.size() - 1));
  }

  private static ChiSquare ones(ExaminedSample sample) {
    int tenth = sample.length() / TENTHS;
    double share = (double) sample.total() / sample.length();
    double statistic = 0;
    for (int part = 0; part < TENTHS; part++) {
      int ones = 0;
      for (int i = part * tenth; i < (part + 1) * tenth; i++) {
        ones += sample.values()[i];
      }
      statistic +=
          ChiSquare.term(tenth - ones, (1 - share) * tenth) + ChiSquare.term(ones, share * tenth);
    }
    return new ChiSquare(statistic, TENTHS - 1);
  }

  private GoodnessOfFitTest() {}
}
