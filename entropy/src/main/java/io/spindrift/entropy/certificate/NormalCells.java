package io.spindrift.entropy.certificate;

import io.spindrift.entropy.gaussian.NormalTails;
import io.spindrift.entropy.sp80022.CheckOutcome;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import io.spindrift.entropy.sp80022.CheckOutcome.NotApplicable;
import java.util.function.DoubleUnaryOperator;

/**
 * The line cut into {@link #CELLS} intervals (b_(i-1), b_i] of equal standard-normal probability.
 *
 * <p>A cell is found through a uniform grid of first guesses, then by stepping: one or two
 * comparisons for nearly every sample. Any other law has its own exact probabilities F(b_i) -
 * F(b_(i-1)) for the same cells, so that samples counted once can be compared with any law, one
 * with atoms included.
 */
final class NormalCells {
  static final int CELLS = 1024;
  private static final double GRID_END = 4;
  private static final int GRID_PER_SIGMA = 512;
  private static final int FEWEST_EXPECTED = 5;
  private static final double[] BOUNDARY = boundaries();
  private static final short[] GUESS = guesses();

  private static double[] boundaries() {
    double[] b = new double[CELLS - 1];
    for (int i = 0; i < b.length; i++) {
      b[i] = 2 * (i + 1) == CELLS ? 0 : NormalTails.quantile((i + 1.0) / CELLS);
    }
    return b;
  }

  private static short[] guesses() {
    short[] guess = new short[(int) (2 * GRID_END * GRID_PER_SIGMA) + 1];
    int cell = 0;
    for (int i = 0; i < guess.length; i++) {
      double low = (double) i / GRID_PER_SIGMA - GRID_END;
      while (cell < BOUNDARY.length && low > BOUNDARY[cell]) {
        cell++;
      }
      guess[i] = (short) cell;
    }
    return guess;
  }

  /** The cell of x, 0 to {@link #CELLS} - 1. */
  static int cell(double x) {
    double inside = Math.clamp(x, -GRID_END, GRID_END);
    int cell = GUESS[(int) ((inside + GRID_END) * GRID_PER_SIGMA)];
    while (cell < BOUNDARY.length && x > BOUNDARY[cell]) {
      cell++;
    }
    return cell;
  }

  /**
   * Chi-square test of counts against equal probabilities, cells pooled to the number that n
   * samples deserve.
   *
   * <p>The largest power of two up to 4 (2 n^2 / c^2)^(1/5), c = 2.326 the normal quantile of 1 %:
   * H. B. Mann and A. Wald, Ann. Math. Stat. 13 (1942).
   */
  static Judged equiprobable(long[] counts, long n) {
    double best = 4 * Math.pow(2.0 * n * n / (2.326 * 2.326), 0.2);
    int cells = Math.min(CELLS, Integer.highestOneBit((int) best));
    int each = CELLS / cells;
    double expected = n / (double) cells;
    double chiSquare = 0;
    for (int i = 0; i < CELLS; i += each) {
      long counted = 0;
      for (int j = i; j < i + each; j++) {
        counted += counts[j];
      }
      chiSquare += (counted - expected) * (counted - expected) / expected;
    }
    return new Judged(ChiSquareTail.upper(chiSquare, cells - 1.0), chiSquare);
  }

  /**
   * Chi-square test of counts against the law with distribution function F; neighbouring cells are
   * pooled until each is expected to hold at least five samples.
   */
  static CheckOutcome against(DoubleUnaryOperator cumulative, long[] counts, long n) {
    double chiSquare = 0;
    int pools = 1;
    long counted = 0;
    double poolLow = 0;
    for (int i = 0; i < BOUNDARY.length; i++) {
      double upTo = cumulative.applyAsDouble(BOUNDARY[i]);
      counted += counts[i];
      double expected = (upTo - poolLow) * n;
      if (expected >= FEWEST_EXPECTED && (1 - upTo) * n >= FEWEST_EXPECTED) {
        chiSquare += part(counted, expected);
        pools++;
        poolLow = upTo;
        counted = 0;
      }
    }
    chiSquare += part(counted + counts[CELLS - 1], (1 - poolLow) * n);
    return pools < 2
        ? new NotApplicable("the law leaves fewer than two cells with five expected samples")
        : new Judged(ChiSquareTail.upper(chiSquare, pools - 1.0), chiSquare);
  }

  private static double part(long counted, double expected) {
    return expected > 0 ? (counted - expected) * (counted - expected) / expected : 0;
  }

  private NormalCells() {}
}
