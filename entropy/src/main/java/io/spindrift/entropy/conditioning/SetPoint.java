package io.spindrift.entropy.conditioning;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.UnusableInput;

/**
 * Where a coin is fair, and how steeply P(1) runs through one half there.
 *
 * @param control value of the control
 * @param slope change of P(1) per unit of the control
 */
public record SetPoint(double control, double slope) {
  private static final double STEP = 0.0025;
  private static final int STEPS = 200;
  private static final int BISECTIONS = 60;

  /** Least change of P(1) for a change of the control by its own size. */
  private static final double LEAST_RESPONSE = 0.01;

  /** Checks that the control acts. */
  public SetPoint {
    Require.finite("control", control, "");
    Require.finite("slope", slope, "");
    if (slope == 0) {
      throw new IllegalArgumentException("slope must not be zero, but was 0");
    }
  }

  /**
   * The crossing of P = 1/2 nearest to a control, up to half of it away.
   *
   * @throws UnusableInput when there is none, or P hardly follows the control there
   */
  public static SetPoint near(PulseResponse response, double control) {
    Require.positive("control", control, "");
    double start = response.probability(control) - 0.5;
    double[] before = {start, start};
    boolean covered = false;
    for (int i = 1; i <= STEPS; i++) {
      for (int side = 0; side < 2; side++) {
        double sign = side == 0 ? 1 : -1;
        double offset = offset(response, control * (1 + sign * STEP * i));
        if (before[side] * offset <= 0) {
          return crossing(
              response,
              control * (1 + sign * STEP * (i - 1)),
              control * (1 + sign * STEP * i),
              before[side]);
        }
        before[side] = offset;
        covered |= !Double.isNaN(offset);
      }
    }
    throw new UnusableInput(
        "the feedback loop needs a junction that can be set to P = 1/2, but "
            + (covered
                ? "P(switch) stays on one side of it within half of the operating point"
                : "this one is known at its operating point alone")
            + "; another device or control would be accepted");
  }

  private static SetPoint crossing(PulseResponse response, double from, double to, double before) {
    double low = from;
    double high = to;
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = 0.5 * (low + high);
      if ((response.probability(middle) - 0.5) * before > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double at = 0.5 * (low + high);
    double h = 0.5 * STEP * at;
    double slope = (offset(response, at + h) - offset(response, at - h)) / (2 * h);
    if (!(Math.abs(slope * at) >= LEAST_RESPONSE)) {
      throw new UnusableInput(
          "the feedback loop needs a coin that follows its control, but P(switch) hardly changes"
              + " around P = 1/2; another operating point or control would be accepted");
    }
    return new SetPoint(at, slope);
  }

  /** P - 1/2; NaN, which is no crossing, beyond what the response covers. */
  private static double offset(PulseResponse response, double control) {
    try {
      return response.probability(control) - 0.5;
    } catch (IllegalArgumentException notCovered) {
      return Double.NaN;
    }
  }
}
