package io.spindrift.entropy.sp80090b.iid;

/**
 * Chi-square test of independence, SP 800-90B sections 5.2.1 and 5.2.3.
 *
 * <p>More than two symbols: the pairs (s_1, s_2), (s_3, s_4) and so on against the products of
 * shares, binned; degrees of freedom are the bins less the symbols. Two symbols: tuples of the
 * greatest length m up to 11 for which the rarest expects at least five; 2^m - 2 degrees of
 * freedom, none when m is below two.
 */
final class IndependenceTest {
  private static final int LONGEST_TUPLE = 11;
  private static final double FEWEST = 5;

  static ChiSquare of(ExaminedSample sample) {
    return sample.binary() ? tuples(sample) : pairs(sample);
  }

  private static ChiSquare pairs(ExaminedSample sample) {
    SymbolShares shares = SymbolShares.of(sample);
    int size = shares.size();
    double pairs = Math.floor(sample.length() * 0.5);
    double[] cells = new double[size * size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        cells[i * size + j] = shares.shares()[i] * shares.shares()[j] * pairs;
      }
    }
    ExpectationBins bins = new ExpectationBins(cells);
    long[] observed = new long[bins.size()];
    for (int i = 0; i + 1 < sample.length(); i += 2) {
      observed[bins.binOf(shares.number(sample, i) * size + shares.number(sample, i + 1))]++;
    }
    return new ChiSquare(bins.statistic(observed), bins.size() - size);
  }

  private static ChiSquare tuples(ExaminedSample sample) {
    double ones = (double) sample.total() / sample.length();
    double zeros = 1 - ones;
    int width = width(Math.min(zeros, ones), sample.length());
    if (width < 2) {
      return new ChiSquare(0, 0);
    }
    int tuples = sample.length() / width;
    long[] observed = new long[1 << width];
    for (int tuple = 0; tuple < tuples; tuple++) {
      int number = 0;
      for (int i = tuple * width; i < (tuple + 1) * width; i++) {
        number = (number << 1) | sample.values()[i];
      }
      observed[number]++;
    }
    double statistic = 0;
    for (int number = 0; number < observed.length; number++) {
      int weight = Integer.bitCount(number);
      double expected = Math.pow(ones, weight) * Math.pow(zeros, width - weight) * tuples;
      statistic += ChiSquare.term(observed[number], expected);
    }
    return new ChiSquare(statistic, (1 << width) - 2);
  }

  private static int width(double rarer, int length) {
    int width = LONGEST_TUPLE;
    while (width > 1 && Math.pow(rarer, width) * (length / width) < FEWEST) {
      width--;
    }
    return width;
  }

  private IndependenceTest() {}
}
