package io.spindrift.device.fokkerplanck;

import io.spindrift.numerics.NumericalFailure;

/**
 * LU factors of a banded matrix with partial pivoting; solves any number of right-hand sides.
 *
 * <p>Rows are kept whole, column j of row i at j - i + below. Source: Golub and Van Loan, Matrix
 * Computations, 4th edition, section 4.3.
 */
final class BandedLu {
  private final int below;
  private final int reach; // columns right of the diagonal after pivoting
  private final double[][] rows;
  private final int[] pivots;

  /**
   * Factors in place.
   *
   * @param rows [row][column - row + below], at least 2 below + above + 1 wide
   * @param below diagonals below the main one
   * @param above diagonals above it
   * @throws NumericalFailure when the matrix is singular to the last bit
   */
  BandedLu(double[][] rows, int below, int above) {
    this.rows = rows;
    this.below = below;
    this.reach = below + above;
    this.pivots = new int[rows.length];
    for (int k = 0; k < rows.length; k++) {
      pivot(k);
      double diagonal = rows[k][below];
      if (diagonal == 0 || !Double.isFinite(diagonal)) {
        throw new NumericalFailure(
            "a pivot must be finite and not zero, but was " + diagonal + " in row " + k);
      }
      int last = Math.min(rows.length - 1, k + below);
      int width = Math.min(reach, rows.length - 1 - k);
      for (int i = k + 1; i <= last; i++) {
        int at = k - i + below;
        double factor = rows[i][at] / diagonal;
        rows[i][at] = factor;
        if (factor != 0) {
          subtract(factor, rows[k], below, rows[i], at, width);
        }
      }
    }
  }

  /** to[toAt + j] -= factor from[fromAt + j] for j = 1..count. */
  private static void subtract(
      double factor, double[] from, int fromAt, double[] to, int toAt, int count) {
    for (int j = 1; j <= count; j++) {
      to[toAt + j] -= factor * from[fromAt + j];
    }
  }

  private void pivot(int k) {
    int best = k;
    int last = Math.min(rows.length - 1, k + below);
    for (int i = k + 1; i <= last; i++) {
      if (Math.abs(rows[i][k - i + below]) > Math.abs(rows[best][k - best + below])) {
        best = i;
      }
    }
    pivots[k] = best;
    if (best != k) {
      int width = Math.min(reach, rows.length - 1 - k);
      int at = k - best + below;
      for (int j = 0; j <= width; j++) {
        double swap = rows[k][below + j];
        rows[k][below + j] = rows[best][at + j];
        rows[best][at + j] = swap;
      }
    }
  }

  /** Replaces b by the solution x of A x = b. */
  void solve(double[] b) {
    int n = rows.length;
    for (int k = 0; k < n; k++) {
      double swap = b[pivots[k]];
      b[pivots[k]] = b[k];
      b[k] = swap;
      int last = Math.min(n - 1, k + below);
      for (int i = k + 1; i <= last; i++) {
        b[i] -= rows[i][k - i + below] * swap;
      }
    }
    for (int k = n - 1; k >= 0; k--) {
      int width = Math.min(reach, n - 1 - k);
      double sum = b[k];
      for (int j = 1; j <= width; j++) {
        sum -= rows[k][below + j] * b[k + j];
      }
      b[k] = sum / rows[k][below];
    }
  }
}
