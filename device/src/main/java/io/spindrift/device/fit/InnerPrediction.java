package io.spindrift.device.fit;

import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.numerics.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The best device once more, free only in the numbers that do not lie on a bound, with the best
 * values as start and scale.
 *
 * @param free the device of the fit
 * @param model what a device predicts
 * @param best best values of all free numbers
 * @param inner the numbers that do not lie on a bound
 */
record InnerPrediction(
    FreeDevice free,
    Function<MacrospinDevice, double[]> model,
    double[] best,
    List<Integer> inner) {

  /** The scale of a number in errors: its value, or that of the fit where it came to zero. */
  static double scale(FreeParameter parameter, double value) {
    return value == 0 ? parameter.scale() : Math.abs(value);
  }

  Prediction prediction() {
    List<FreeParameter> parameters = new ArrayList<>();
    for (int j : inner) {
      FreeParameter parameter = free.parameters().get(j);
      double room = value(j) == 0 ? parameter.scale() : Math.abs(value(j));
      parameters.add(
          new FreeParameter(
              parameter.setting(),
              value(j),
              Math.max(parameter.low(), value(j) - room),
              Math.min(parameter.high(), value(j) + room)));
    }
    FreeDevice again = new FreeDevice(free.at(best), parameters);
    return new Prediction(
        again, model, Progress.NONE, Progress.NONE.begin("errors", 1, "evaluations"));
  }

  private double value(int j) {
    return best[j];
  }
}
