package io.spindrift.device.fit;

import io.spindrift.device.spec.MacrospinDevice;
import java.util.List;

/** What came of a fit. */
public sealed interface FitOutcome {
  /**
   * A device that fits best.
   *
   * @param device the device
   * @param parameters its free numbers with their errors
   * @param correlation correlation of their errors: [number][number]; 0 beside a number on a bound
   * @param goodness how well it agrees
   * @param predicted what it predicts for each reading: probabilities, or resistances in ohms
   * @param residuals how far each reading lies from that, in standard errors
   * @param evaluations how often the model was asked
   * @param searches from how many starts, and whether the first ended in a local optimum
   */
  record Fitted(
      MacrospinDevice device,
      List<FittedParameter> parameters,
      double[][] correlation,
      Goodness goodness,
      double[] predicted,
      double[] residuals,
      int evaluations,
      Searches searches)
      implements FitOutcome {}

  /**
   * Readings that leave numbers open.
   *
   * @param paths the numbers that take part in what is not known
   * @param sentence why, and what would help
   */
  record NotIdentified(List<String> paths, String sentence) implements FitOutcome {}

  /**
   * A search that did not settle.
   *
   * @param sentence what to try
   */
  record NotSettled(String sentence) implements FitOutcome {}
}
