package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import java.util.List;

/**
 * Binary matrix rank test: are successive words linearly independent as often as they should be?
 *
 * <p>The bits fill N square matrices of Q = 32 rows; P(rank r) = 2^(r(2Q - r) - Q^2) times the
 * product over i below r of (1 - 2^(i-Q))^2 / (1 - 2^(i-r)); chi^2 over the classes Q, Q - 1 and
 * less, p = exp(-chi^2/2). Source: SP 800-22 Rev 1a, sections 2.5 and 3.5.
 */
public record RankTest() implements SequenceTest {
  private static final int SIZE = 32;
  private static final int MATRIX_BITS = SIZE * SIZE;

  /** Shortest sequence: 38 matrices (section 2.5.7). */
  public static final int SHORTEST = 38 * MATRIX_BITS;

  @Override
  public String name() {
    return "Rank";
  }

  @Override
  public List<TestResult> judge(BitSequence bits) {
    return Applicability.one(
        name(),
        SIZE + "x" + SIZE,
        Applicability.tooShort(bits, SHORTEST)
            ? Applicability.tooShortFor(SHORTEST, bits)
            : apply(bits));
  }

  private static Judged apply(BitSequence bits) {
    int matrices = bits.length() / MATRIX_BITS;
    int[] classes = new int[3];
    int[] rows = new int[SIZE];
    for (int i = 0; i < matrices; i++) {
      for (int r = 0; r < SIZE; r += 2) {
        long pair = bits.word(i * MATRIX_BITS + r * SIZE);
        rows[r] = (int) pair;
        rows[r + 1] = (int) (pair >>> SIZE);
      }
      classes[Math.min(SIZE - rank(rows), 2)]++;
    }
    double full = probability(SIZE);
    double oneLess = probability(SIZE - 1);
    double[] shares = {full, oneLess, 1 - full - oneLess};
    return Applicability.chiSquare(2, Applicability.chiSquareOf(classes, shares, matrices));
  }

  /** Rank over two elements; each row clears its lowest one from the rows after it. */
  static int rank(int[] rows) {
    int rank = 0;
    for (int i = 0; i < rows.length; i++) {
      int row = rows[i];
      if (row != 0) {
        rank++;
        clear(rows, i + 1, row, Integer.numberOfTrailingZeros(row));
      }
    }
    return rank;
  }

  private static void clear(int[] rows, int from, int row, int column) {
    for (int j = from; j < rows.length; j++) {
      rows[j] ^= row & -((rows[j] >>> column) & 1);
    }
  }

  /** Probability that a square matrix of fair bits has this rank. */
  static double probability(int rank) {
    double product = 1;
    for (int i = 0; i < rank; i++) {
      double free = 1 - Math.scalb(1.0, i - SIZE);
      product *= free * free / (1 - Math.scalb(1.0, i - rank));
    }
    return Math.scalb(product, rank * (2 * SIZE - rank) - MATRIX_BITS);
  }
}
