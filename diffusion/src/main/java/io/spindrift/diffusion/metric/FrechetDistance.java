package io.spindrift.diffusion.metric;

import io.spindrift.numerics.NumericalFailure;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * The Frechet distance of two Gaussians: |m_a - m_b|^2 + Tr A + Tr B - 2 Tr (A^1/2 B A^1/2)^1/2.
 *
 * <p>Source: Dowson and Landau, J. Multivariate Anal. 12 (1982) 450; as an image metric Heusel et
 * al., NeurIPS 2017. With factors A = P P^T and B = Q Q^T by {@link CovarianceFactor} the last
 * trace is the sum of the singular values of P^T Q. So the value is never NaN, also for covariances
 * of deficient rank, and no square root magnifies rounding.
 */
public final class FrechetDistance {
  /**
   * The distance, never negative; exchanging the arguments gives the same bits.
   *
   * @throws IllegalArgumentException when the numbers of features differ
   */
  public static double between(FeatureStatistics a, FeatureStatistics b) {
    if (a.features() != b.features()) {
      throw new IllegalArgumentException(
          "both sets must have equally many features, but they have "
              + a.features()
              + " and "
              + b.features());
    }
    // A fixed order of the two makes rounding symmetric.
    if (Arrays.compare(a.covariance(), b.covariance()) > 0) {
      return between(b, a);
    }
    double means = 0;
    double traces = 0;
    int n = a.features();
    for (int i = 0; i < n; i++) {
      double difference = a.mean()[i] - b.mean()[i];
      means += difference * difference;
      traces += a.covariance()[i * n + i] + b.covariance()[i * n + i];
    }
    double distance = means + traces - 2 * traceOfRoot(a, b);
    if (!Double.isFinite(distance)) {
      throw new NumericalFailure("the Frechet distance must be finite, but was " + distance);
    }
    return Math.max(distance, 0);
  }

  private static double traceOfRoot(FeatureStatistics a, FeatureStatistics b) {
    int n = a.features();
    DMatrixRMaj left = CovarianceFactor.of(a);
    DMatrixRMaj right = CovarianceFactor.of(b);
    int rows = left.getNumCols();
    int columns = right.getNumCols();
    DMatrixRMaj product = new DMatrixRMaj(rows, columns);
    CommonOps_DDRM.multTransA(left, right, product);
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(rows, columns, false, false, true);
    if (!svd.decompose(product)) {
      throw new NumericalFailure("the singular values of " + n + " features did not converge");
    }
    return Arrays.stream(svd.getSingularValues(), 0, Math.min(rows, columns)).sum();
  }

  private FrechetDistance() {}
}
