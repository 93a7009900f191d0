package io.spindrift.entropy.sp80022;

import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.hipparchus.special.Gamma;

/**
 * Are the p-values of a test uniform? Chi-square of their counts F_i in ten bins of equal width
 * against s / 10 each, s their number: chi^2 = sum (F_i - s/10)^2 / (s/10), P = Q(9/2, chi^2 / 2).
 * Source: SP 800-22 Rev 1a, section 4.2.2.
 */
public final class UniformityCheck {
  /** Number of bins. */
  public static final int BINS = 10;

  /** Fewest p-values for which the standard finds the check meaningful. */
  public static final int FEWEST = 55;

  /** The bin of a p-value. */
  public static int bin(double pValue) {
    return Math.min(BINS - 1, (int) (pValue * BINS));
  }

  /**
   * P of the counts; empty when there are too few.
   *
   * <p>With the constants of STS 2.1.2 the expected count is s / 10 without its fraction, and there
   * is an answer from ten p-values on.
   */
  public static OptionalDouble pValue(long[] counts, ReferenceConstants constants) {
    long all = LongStream.of(counts).sum();
    boolean sts = constants == ReferenceConstants.STS;
    if (all < (sts ? BINS : FEWEST)) {
      return OptionalDouble.empty();
    }
    double expected = sts ? Math.floorDiv(all, BINS) : all / (double) BINS;
    double chiSquare = 0;
    for (long count : counts) {
      chiSquare += (count - expected) * (count - expected) / expected;
    }
    return OptionalDouble.of(
        chiSquare == 0 ? 1 : Gamma.regularizedGammaQ((BINS - 1) / 2.0, chiSquare / 2));
  }

  private UniformityCheck() {}
}
