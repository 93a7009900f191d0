package io.spindrift.device.variability;

import io.spindrift.device.spec.MacrospinDevice;
import java.util.List;

/**
 * One device of a population.
 *
 * @param index which one
 * @param device the device, itself without spread
 * @param values value of each varied parameter in SI, in the order of the spread
 * @param deviates the correlated standard normal deviates behind them
 * @param redraws how often the draw was repeated because it gave no possible device
 */
public record DrawnDevice(
    long index, MacrospinDevice device, List<Double> values, List<Double> deviates, int redraws) {
  /** Copies the lists. */
  public DrawnDevice {
    values = List.copyOf(values);
    deviates = List.copyOf(deviates);
  }
}
