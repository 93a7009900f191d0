package io.spindrift.device.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * How well readings fix the free numbers of a device, from the Fisher information.
 *
 * <p>With A_ij = sqrt(information_i) dp_i/du_j, u the numbers in their scales, the covariance is
 * (A^T A)^-1. Its directions are the right singular vectors of A; along one of singular value s the
 * readings leave a standard error of 1/s, where 1 is a change as large as the numbers themselves.
 *
 * @param singularValues singular values, largest first
 * @param directions right singular vectors: [direction][number]
 * @param sensitivities what a change of each number alone does, in standard errors
 */
record Precision(double[] singularValues, double[][] directions, double[] sensitivities) {
  /** Standard error along a direction, in scales, beyond which the direction counts as unknown. */
  private static final double LARGEST_ERROR = 1;

  /** Ratio of singular values below which differences are rounding. */
  private static final double LEAST_RATIO = 1e-7;

  private static final double FIRST_STEP = 1e-5;
  private static final double STEP_ERRORS = 0.2;
  private static final double SHORTEST_STEP = 1e-6;
  private static final double LONGEST_STEP = 1e-2;

  /** Share of the largest part in a direction below which a number has no part in it. */
  private static final double LEAST_PART = 0.3;

  /**
   * The precision at a point.
   *
   * @param measurement the readings
   * @param prediction what is predicted for them
   * @param at the numbers in scales
   * @param errorScale standard error of a residual
   */
  static Precision at(
      Measurement measurement, Prediction prediction, double[] at, double errorScale) {
    double[] steps = new double[at.length];
    Arrays.fill(steps, FIRST_STEP);
    double[] predicted = prediction.require(at);
    double[][] first = weighted(measurement, prediction, at, steps, predicted, errorScale);
    for (int j = 0; j < at.length; j++) {
      double square = 0;
      for (double[] row : first) {
        square += row[j] * row[j];
      }
      steps[j] =
          square == 0
              ? LONGEST_STEP
              : Math.clamp(STEP_ERRORS / Math.sqrt(square), SHORTEST_STEP, LONGEST_STEP);
    }
    Array2DRowRealMatrix slopes =
        new Array2DRowRealMatrix(
            weighted(measurement, prediction, at, steps, predicted, errorScale), false);
    SingularValueDecomposition split = new SingularValueDecomposition(slopes);
    double[] sensitivities = new double[at.length];
    Arrays.setAll(sensitivities, j -> slopes.getColumnVector(j).getNorm());
    return new Precision(split.getSingularValues(), split.getVT().getData(), sensitivities);
  }

  private static double[][] weighted(
      Measurement measurement,
      Prediction prediction,
      double[] at,
      double[] steps,
      double[] predicted,
      double errorScale) {
    double[][] slopes = prediction.slopes(at, steps, true);
    for (int i = 0; i < slopes.length; i++) {
      double weight = Math.sqrt(measurement.information(i, predicted[i])) / errorScale;
      for (int j = 0; j < at.length; j++) {
        slopes[i][j] *= weight;
      }
    }
    return slopes;
  }

  /** Whether there is a direction that the readings do not fix. */
  boolean leavesUnknown() {
    double least = singularValues[singularValues.length - 1];
    return !(least * LARGEST_ERROR >= 1) || !(least >= LEAST_RATIO * singularValues[0]);
  }

  /**
   * The numbers that take part in the direction known least: those that change most along it, and
   * those whose changes are felt most, by cancelling one another.
   */
  List<Integer> unknown() {
    double largest = 0;
    double felt = 0;
    for (int j = 0; j < sensitivities.length; j++) {
      largest = Math.max(largest, Math.abs(unknownPart(j)));
      felt = Math.max(felt, Math.abs(unknownPart(j)) * sensitivities[j]);
    }
    boolean cancelling = felt > 3 * singularValues[singularValues.length - 1];
    List<Integer> parts = new ArrayList<>();
    for (int j = 0; j < sensitivities.length; j++) {
      double part = Math.abs(unknownPart(j));
      if (part >= LEAST_PART * largest
          || (cancelling && part * sensitivities[j] >= LEAST_PART * felt)) {
        parts.add(j);
      }
    }
    return parts;
  }

  /** Part of a number in the direction known least. */
  double unknownPart(int j) {
    return directions[directions.length - 1][j];
  }

  /** Covariance of the numbers in scales. */
  double[][] covariance() {
    int n = singularValues.length;
    double[][] covariance = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          covariance[i][j] +=
              directions[k][i] * directions[k][j] / (singularValues[k] * singularValues[k]);
        }
      }
    }
    return covariance;
  }
}
