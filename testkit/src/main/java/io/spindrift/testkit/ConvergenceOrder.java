package io.spindrift.testkit;

import java.util.function.DoubleUnaryOperator;

/** Order of convergence: the slope of log(error) over log(step) by least squares. */
public final class ConvergenceOrder {
  /**
   * The order p of errors that fall as step^p.
   *
   * @param steps step sizes, at least two different ones, all positive
   * @param errors errors at these steps, all positive
   */
  public static double of(double[] steps, double[] errors) {
    if (steps.length != errors.length || steps.length < 2) {
      throw new IllegalArgumentException(
          "steps must be at least two, with one error each, but were "
              + steps.length
              + " and "
              + errors.length);
    }
    double n = steps.length;
    double sumX = 0;
    double sumY = 0;
    double sumXx = 0;
    double sumXy = 0;
    for (int i = 0; i < steps.length; i++) {
      double x = logarithm("step", steps[i]);
      double y = logarithm("error", errors[i]);
      sumX += x;
      sumY += y;
      sumXx += x * x;
      sumXy += x * y;
    }
    return (n * sumXy - sumX * sumY) / (n * sumXx - sumX * sumX);
  }

  /** The order of {@code error(step)} over {@code halvings} halvings of {@code firstStep}. */
  public static double of(double firstStep, int halvings, DoubleUnaryOperator error) {
    double[] steps = new double[halvings + 1];
    double[] errors = new double[halvings + 1];
    for (int i = 0; i <= halvings; i++) {
      steps[i] = Math.scalb(firstStep, -i);
      errors[i] = error.applyAsDouble(steps[i]);
    }
    return of(steps, errors);
  }

  private static double logarithm(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " must be positive and finite, but was " + value);
    }
    return Math.log(value);
  }

  private ConvergenceOrder() {}
}
