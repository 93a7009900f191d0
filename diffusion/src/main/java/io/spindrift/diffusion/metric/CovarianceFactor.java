package io.spindrift.diffusion.metric;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/**
 * A matrix P with P P^T equal to a covariance, as narrow as the covariance has rank.
 *
 * <p>Cholesky's factor where there is one. Otherwise Cholesky's with diagonal pivoting, which ends
 * when no remaining variance exceeds n eps times the largest one: what is left then is rounding.
 * With few images for many features its work is features^2 times images. Source: Higham, "Accuracy
 * and stability of numerical algorithms", 2nd ed. (2002), section 10.3.
 */
final class CovarianceFactor {
  private static final double EPSILON = 0x1p-52;

  static DMatrixRMaj of(FeatureStatistics statistics) {
    int n = statistics.features();
    // With fewer images than features there is none, and trying would cost as much as succeeding.
    boolean mayBeWhole =
        statistics.count() == FeatureStatistics.UNKNOWN_COUNT || statistics.count() > n;
    if (mayBeWhole) {
      CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(n, true);
      if (cholesky.decompose(new DMatrixRMaj(n, n, true, statistics.covariance().clone()))) {
        return cholesky.getT(null);
      }
    }
    return pivoted(statistics.covariance(), n);
  }

  /** Row k of {@code transposed} is column k of P; pivots are taken in place, without exchange. */
  private static DMatrixRMaj pivoted(double[] covariance, int n) {
    double[] left = new double[n];
    double largest = 0;
    for (int i = 0; i < n; i++) {
      left[i] = covariance[i * n + i];
      largest = Math.max(largest, left[i]);
    }
    double[][] transposed = new double[n][];
    int rank = 0;
    while (rank < n) {
      int pivot = largest(left);
      if (!(left[pivot] > n * EPSILON * largest)) {
        break;
      }
      double[] column = column(covariance, pivot, transposed, rank, n);
      scale(column, 1 / Math.sqrt(left[pivot]));
      for (int i = 0; i < n; i++) {
        left[i] -= column[i] * column[i];
      }
      left[pivot] = 0;
      transposed[rank++] = column;
    }
    DMatrixRMaj factor = new DMatrixRMaj(n, Math.max(rank, 1));
    for (int k = 0; k < rank; k++) {
      for (int i = 0; i < n; i++) {
        factor.set(i, k, transposed[k][i]);
      }
    }
    return factor;
  }

  private static int largest(double[] values) {
    int at = 0;
    for (int i = 1; i < values.length; i++) {
      at = values[i] > values[at] ? i : at;
    }
    return at;
  }

  /** The pivot's column of what the first columns of P leave of the covariance. */
  private static double[] column(
      double[] covariance, int pivot, double[][] transposed, int rank, int n) {
    double[] column = new double[n];
    System.arraycopy(covariance, pivot * n, column, 0, n);
    for (int k = 0; k < rank; k++) {
      double[] earlier = transposed[k];
      double factor = earlier[pivot];
      for (int i = 0; i < n; i++) {
        column[i] -= factor * earlier[i];
      }
    }
    return column;
  }

  private static void scale(double[] values, double factor) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
  }

  private CovarianceFactor() {}
}
