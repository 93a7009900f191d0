package io.spindrift.device.fit;

import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.numerics.NumericalFailure;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.progress.Progress;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a device with given values of its free numbers predicts for every reading.
 *
 * <p>Values are counted in their scales, so that one is large for each of them.
 */
final class Prediction {
  private final FreeDevice free;
  private final Function<MacrospinDevice, double[]> model;
  private final Progress progress;
  private final Progress.Task task;
  private int evaluations;
  private double[] lastAt = new double[0];
  private double[] lastPredicted = new double[0];

  Prediction(
      FreeDevice free,
      Function<MacrospinDevice, double[]> model,
      Progress progress,
      Progress.Task task) {
    this.free = free;
    this.model = model;
    this.progress = progress;
    this.task = task;
  }

  /** The start in scales. */
  double[] start() {
    return scaled(free.parameters().stream().mapToDouble(FreeParameter::start).toArray());
  }

  /** How far a number may be moved from its start, in scales: its value, or its bounds if less. */
  double room(int j) {
    FreeParameter parameter = free.parameters().get(j);
    return Math.min(1, (parameter.high() - parameter.low()) / parameter.scale());
  }

  /** How often the model was asked. */
  int evaluations() {
    return evaluations;
  }

  /**
   * The prediction, or nothing where the device is impossible.
   *
   * @throws Progress.Stopped when the user asked to stop
   */
  Optional<double[]> at(double[] scaled) {
    if (Arrays.equals(scaled, lastAt)) {
      return Optional.of(lastPredicted);
    }
    Optional<double[]> predicted = beside(scaled);
    predicted.ifPresent(values -> keep(scaled, values));
    return predicted;
  }

  /**
   * The prediction where the device must be possible.
   *
   * @throws UnusableInput with the reason when it is not
   */
  double[] require(double[] scaled) {
    if (Arrays.equals(scaled, lastAt)) {
      return lastPredicted;
    }
    try {
      double[] predicted = asked(scaled);
      keep(scaled, predicted);
      return predicted;
    } catch (IllegalArgumentException impossible) {
      throw new UnusableInput(String.valueOf(impossible.getMessage()), impossible);
    }
  }

  private void keep(double[] scaled, double[] predicted) {
    lastAt = scaled.clone();
    lastPredicted = predicted;
  }

  private Optional<double[]> beside(double[] scaled) {
    try {
      return Optional.of(asked(scaled));
    } catch (UnusableInput | IllegalArgumentException | NumericalFailure impossible) {
      return Optional.empty();
    }
  }

  private double[] asked(double[] scaled) {
    progress.checkStopped();
    evaluations++;
    try {
      return model.apply(free.at(values(scaled)));
    } finally {
      task.advance(1);
    }
  }

  /** Derivative of every reading with respect to every free number: [reading][number]. */
  double[][] slopes(double[] at, double[] steps, boolean bothSides) {
    double[] here = require(at);
    double[][] slopes = new double[here.length][at.length];
    for (int j = 0; j < at.length; j++) {
      double[] upper = moved(at, j, steps[j]);
      double[] lower = moved(at, j, -steps[j]);
      Optional<double[]> above = upper[j] > at[j] ? beside(upper) : Optional.empty();
      boolean back = bothSides || above.isEmpty();
      Optional<double[]> below = back && lower[j] < at[j] ? beside(lower) : Optional.empty();
      double[] high = above.orElse(here);
      double[] low = below.orElse(here);
      double width =
          (above.isPresent() ? upper[j] - at[j] : 0) + (below.isPresent() ? at[j] - lower[j] : 0);
      for (int i = 0; i < here.length; i++) {
        slopes[i][j] = width == 0 ? 0 : (high[i] - low[i]) / width;
      }
    }
    return slopes;
  }

  /** Values in their units from values in scales. */
  double[] values(double[] scaled) {
    double[] values = scaled.clone();
    for (int j = 0; j < values.length; j++) {
      FreeParameter parameter = free.parameters().get(j);
      values[j] = Math.clamp(scaled[j] * parameter.scale(), parameter.low(), parameter.high());
    }
    return values;
  }

  /** Values in scales, held within their bounds. */
  double[] held(double[] scaled) {
    return scaled(values(scaled));
  }

  private double[] scaled(double[] values) {
    double[] scaled = values.clone();
    Arrays.setAll(scaled, j -> values[j] / free.parameters().get(j).scale());
    return scaled;
  }

  private double[] moved(double[] at, int j, double step) {
    double[] moved = at.clone();
    moved[j] += step;
    return held(moved);
  }
}
