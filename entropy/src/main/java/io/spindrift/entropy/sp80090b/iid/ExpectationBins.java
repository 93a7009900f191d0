package io.spindrift.entropy.sp80090b.iid;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Cells joined until each bin expects at least five, SP 800-90B sections 5.2.1 and 5.2.2.
 *
 * <p>Cells are taken by rising expectation, equal ones in their own order; a bin is closed once it
 * expects five, and a last bin that expects less joins the one before.
 */
final class ExpectationBins {
  private static final double FEWEST = 5;

  private final int[] binOf;
  private final double[] expected;

  ExpectationBins(double[] cells) {
    int[] order =
        IntStream.range(0, cells.length)
            .boxed()
            .sorted(Comparator.comparingDouble(cell -> cells[cell]))
            .mapToInt(Integer::intValue)
            .toArray();
    binOf = new int[cells.length];
    double[] sums = new double[cells.length];
    int bin = 0;
    for (int cell : order) {
      if (sums[bin] >= FEWEST) {
        bin++;
      }
      binOf[cell] = bin;
      sums[bin] += cells[cell];
    }
    if (bin > 0 && sums[bin] < FEWEST) {
      for (int i = order.length - 1; binOf[order[i]] == bin; i--) {
        binOf[order[i]] = bin - 1;
      }
      sums[bin - 1] += sums[bin];
      bin--;
    }
    expected = Arrays.copyOf(sums, bin + 1);
  }

  /** Number of bins. */
  int size() {
    return expected.length;
  }

  /** Bin of a cell. */
  int binOf(int cell) {
    return binOf[cell];
  }

  /** Squared deviations of counts by bin, over their expectations. */
  double statistic(long[] observed) {
    double sum = 0;
    for (int bin = 0; bin < expected.length; bin++) {
      sum += ChiSquare.term(observed[bin], expected[bin]);
    }
    return sum;
  }
}
