package io.spindrift.experiment.stage;

import java.util.List;

/**
 * What came of holding an array at a temperature.
 *
 * @param temperatureKelvin temperature
 * @param losses cells that left their state, by state
 * @param readWrong sound cells whose answer afterwards was not what was to be stored
 * @param cells sound cells
 */
public record HoldReading(
    double temperatureKelvin, List<ErrorShare> losses, long readWrong, long cells) {
  /** Copies the list. */
  public HoldReading {
    losses = List.copyOf(losses);
  }
}
