package io.spindrift.device.fit;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresFactory;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresProblem;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.ValueAndJacobianFunction;
import org.hipparchus.util.Pair;

/**
 * Least squares of the residuals of a measurement, by Levenberg and Marquardt's method.
 *
 * <p>Values are held within their bounds by projection. Where a device is impossible every residual
 * counts {@value #IMPOSSIBLE}, so that the step is taken back. Derivatives are differences to one
 * side, over a step that moves the residuals by a tenth of a standard error. J. J. Moré, Lecture
 * Notes in Mathematics 630, 105 (1978), as implemented in Hipparchus.
 */
final class LikelihoodFit {
  private static final double IMPOSSIBLE = 1e9;
  private static final double STEP_BOUND = 0.02;
  private static final double FIRST_STEP = 1e-5;
  private static final double STEP_ERRORS = 0.1;
  private static final double SHORTEST_STEP = 1e-6;
  private static final double LONGEST_STEP = 1e-3;
  private static final double COST_TOLERANCE = 1e-7;
  private static final double VALUE_TOLERANCE = 1e-8;
  private static final double ORTHOGONALITY_TOLERANCE = 1e-10;
  private static final int MOST_EVALUATIONS = 400;
  private static final int MOST_ITERATIONS = 60;

  /**
   * The values that fit best, in scales, or nothing when the search does not settle.
   *
   * @param measurement the readings
   * @param prediction what is predicted for them
   * @param start where the search begins, in scales
   */
  static Optional<double[]> best(Measurement measurement, Prediction prediction, double[] start) {
    LeastSquaresProblem problem =
        LeastSquaresFactory.create(
            new Residuals(measurement, prediction),
            new ArrayRealVector(measurement.size()),
            new ArrayRealVector(start),
            null,
            null,
            MOST_EVALUATIONS,
            MOST_ITERATIONS,
            true,
            point -> new ArrayRealVector(prediction.held(point.toArray()), false));
    LevenbergMarquardtOptimizer optimizer =
        new LevenbergMarquardtOptimizer()
            .withInitialStepBoundFactor(STEP_BOUND)
            .withCostRelativeTolerance(COST_TOLERANCE)
            .withParameterRelativeTolerance(VALUE_TOLERANCE)
            .withOrthoTolerance(ORTHOGONALITY_TOLERANCE);
    try {
      return Optional.of(prediction.held(optimizer.optimize(problem).getPoint().toArray()));
    } catch (MathIllegalStateException unsettled) {
      return Optional.empty();
    }
  }

  /** Residuals and their derivatives; remembers the steps that suited the last derivatives. */
  private static final class Residuals implements ValueAndJacobianFunction {
    private final Measurement measurement;
    private final Prediction prediction;
    private final double[] steps;

    Residuals(Measurement measurement, Prediction prediction) {
      this.measurement = measurement;
      this.prediction = prediction;
      this.steps = prediction.start();
      Arrays.fill(steps, FIRST_STEP);
    }

    @Override
    public Pair<RealVector, RealMatrix> value(RealVector point) {
      double[] at = point.toArray();
      return new Pair<>(computeValue(at), computeJacobian(at));
    }

    @Override
    public RealVector computeValue(double[] at) {
      double[] residuals = new double[measurement.size()];
      Optional<double[]> predicted = prediction.at(at);
      Arrays.setAll(
          residuals, i -> predicted.map(p -> measurement.residual(i, p[i])).orElse(IMPOSSIBLE));
      return new ArrayRealVector(residuals, false);
    }

    /** Slope of the residual by that of the prediction; d residual = -sqrt(information) d p. */
    @Override
    public RealMatrix computeJacobian(double[] at) {
      Optional<double[]> predicted = prediction.at(at);
      if (predicted.isEmpty()) {
        return new Array2DRowRealMatrix(measurement.size(), at.length);
      }
      double[] here = predicted.get();
      double[][] slopes = prediction.slopes(at, steps, false);
      for (int i = 0; i < slopes.length; i++) {
        double rate = measurement.rate(i, here[i]);
        for (int j = 0; j < at.length; j++) {
          slopes[i][j] *= rate;
        }
      }
      for (int j = 0; j < at.length; j++) {
        double square = 0;
        for (double[] row : slopes) {
          square += row[j] * row[j];
        }
        steps[j] = Math.clamp(STEP_ERRORS / Math.sqrt(square + 1), SHORTEST_STEP, LONGEST_STEP);
      }
      return new Array2DRowRealMatrix(slopes, false);
    }
  }

  private LikelihoodFit() {}
}
