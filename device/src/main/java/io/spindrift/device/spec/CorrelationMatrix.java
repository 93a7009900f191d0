package io.spindrift.device.spec;

import java.util.List;
import java.util.Locale;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;

/**
 * Correlations C of the standard normal deviates behind a spread, and the factor L with C = L L^T.
 *
 * <p>C must be positive semidefinite: correlations that contradict each other are refused together
 * with the nearest ones that could hold (N. J. Higham, IMA J. Numer. Anal. 22, 329 (2002),
 * algorithm 3.3). L is lower triangular, so that the deviate of a parameter depends only on those
 * listed before it; a correlation of 1 or -1 ties two parameters into one group. Immutable.
 */
public final class CorrelationMatrix {
  private static final double LEAST_EIGENVALUE = -1e-9;
  private static final double LEAST_PIVOT = 1e-12;
  private static final int MOST_PROJECTIONS = 1000;

  private final double[][] correlation;
  private final double[][] factor;

  private CorrelationMatrix(double[][] correlation) {
    this.correlation = correlation;
    this.factor = factor(correlation);
  }

  /**
   * The matrix of a spread.
   *
   * @throws IllegalArgumentException for a name that does not vary, a pair given twice, or
   *     correlations that contradict each other
   */
  static CorrelationMatrix of(
      List<ParameterSpread> parameters, List<ParameterCorrelation> correlations) {
    List<String> names = parameters.stream().map(ParameterSpread::parameter).toList();
    double[][] matrix = new double[names.size()][names.size()];
    boolean[][] given = new boolean[names.size()][names.size()];
    for (int i = 0; i < names.size(); i++) {
      matrix[i][i] = 1;
    }
    for (ParameterCorrelation pair : correlations) {
      int i = index(names, pair.between().get(0));
      int j = index(names, pair.between().get(1));
      if (given[i][j]) {
        throw new IllegalArgumentException(
            "correlations must name each pair once, but "
                + String.join(" with ", pair.between())
                + " was there twice");
      }
      given[i][j] = given[j][i] = true;
      matrix[i][j] = matrix[j][i] = pair.correlation();
    }
    if (!correlations.isEmpty()) {
      requireSemidefinite(names, matrix);
    }
    return new CorrelationMatrix(matrix);
  }

  /** Number of parameters. */
  public int size() {
    return correlation.length;
  }

  /** The coefficient of two parameters. */
  public double at(int first, int second) {
    return correlation[first][second];
  }

  /** Turns independent standard normal deviates into correlated ones: L g. */
  public double[] correlate(double[] independent) {
    double[] deviates = new double[factor.length];
    for (int i = 0; i < factor.length; i++) {
      for (int j = 0; j <= i; j++) {
        deviates[i] += factor[i][j] * independent[j];
      }
    }
    return deviates;
  }

  private static int index(List<String> names, String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(
          "correlations must be between parameters that vary ("
              + (names.isEmpty() ? "none does" : String.join(", ", names))
              + "), but "
              + name
              + " was named");
    }
    return index;
  }

  /** Cholesky's factor of a semidefinite matrix: a vanishing pivot has a vanishing column. */
  private static double[][] factor(double[][] matrix) {
    int n = matrix.length;
    double[][] factor = new double[n][n];
    for (int j = 0; j < n; j++) {
      for (int i = j; i < n; i++) {
        double rest = matrix[i][j];
        for (int k = 0; k < j; k++) {
          rest -= factor[i][k] * factor[j][k];
        }
        if (i == j) {
          factor[j][j] = rest > LEAST_PIVOT ? Math.sqrt(rest) : 0;
        } else {
          factor[i][j] = factor[j][j] > 0 ? rest / factor[j][j] : 0;
        }
      }
    }
    return factor;
  }

  private static void requireSemidefinite(List<String> names, double[][] matrix) {
    double least = lowest(new EigenDecompositionSymmetric(new Array2DRowRealMatrix(matrix)));
    if (least >= LEAST_EIGENVALUE) {
      return;
    }
    RealMatrix nearest = nearest(new Array2DRowRealMatrix(matrix));
    int worstRow = 1;
    int worstColumn = 0;
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < i; j++) {
        if (Math.abs(nearest.getEntry(i, j) - matrix[i][j])
            > Math.abs(nearest.getEntry(worstRow, worstColumn) - matrix[worstRow][worstColumn])) {
          worstRow = i;
          worstColumn = j;
        }
      }
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "correlations must not contradict each other (least eigenvalue %.3g), but %s with %s"
                + " was %.3g; with all the others moved as little as possible it would be %.3g",
            least,
            names.get(worstColumn),
            names.get(worstRow),
            matrix[worstRow][worstColumn],
            nearest.getEntry(worstRow, worstColumn)));
  }

  private static double lowest(EigenDecompositionSymmetric eigen) {
    double lowest = Double.POSITIVE_INFINITY;
    for (double value : eigen.getEigenvalues()) {
      lowest = Math.min(lowest, value);
    }
    return lowest;
  }

  /** Alternates between the semidefinite matrices and those of unit diagonal. */
  private static RealMatrix nearest(RealMatrix matrix) {
    RealMatrix unit = matrix;
    RealMatrix correction = matrix.scalarMultiply(0);
    for (int step = 0; step < MOST_PROJECTIONS; step++) {
      RealMatrix shifted = unit.subtract(correction);
      EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(shifted);
      RealMatrix values = eigen.getD().copy();
      for (int i = 0; i < values.getRowDimension(); i++) {
        values.setEntry(i, i, Math.max(0, values.getEntry(i, i)));
      }
      RealMatrix cone = eigen.getV().multiply(values).multiply(eigen.getVT());
      correction = cone.subtract(shifted);
      RealMatrix next = cone.copy();
      for (int i = 0; i < next.getRowDimension(); i++) {
        next.setEntry(i, i, 1);
      }
      double moved = next.subtract(unit).getFrobeniusNorm();
      unit = next;
      if (moved < 1e-8) {
        break;
      }
    }
    return unit;
  }
}
