package io.spindrift.device.fit;

import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.table.CountTable;

/**
 * P(switch) of a device for every row of a table: the model that is fitted.
 *
 * <p>The answer must depend smoothly on the device. A method that counts random events does not.
 */
@FunctionalInterface
public interface SwitchingPredictor {
  /** One probability in [0, 1] for each row of the table, in its order. */
  double[] probabilities(MacrospinDevice device, CountTable table);
}
