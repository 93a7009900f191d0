package io.spindrift.device.fit;

/**
 * How well the fitted device agrees with the readings.
 *
 * @param sumOfSquares sum of squared residuals: the deviance of counts, squared relative errors of
 *     resistances
 * @param degreesOfFreedom readings less fitted parameters
 * @param expectedSum mean of that sum if the model were true; the degrees of freedom unless counts
 *     are small
 * @param probability chance of a larger sum if the model were true; 1 where the error was found by
 *     the fit itself
 * @param relativeError root mean square relative error of resistances; zero for counts
 */
public record Goodness(
    double sumOfSquares,
    int degreesOfFreedom,
    double expectedSum,
    double probability,
    double relativeError) {
  /** Probability below which a model is said not to describe the readings. */
  public static final double DOUBTFUL = 1e-3;

  /** Whether chance alone would hardly give residuals that large. */
  public boolean doubtful() {
    return probability < DOUBTFUL;
  }
}
