package io.spindrift.device.spec;

import io.spindrift.numerics.document.Declared;
import io.spindrift.numerics.document.Kind;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.util.Optional;

/**
 * A junction known by its own measurements alone.
 *
 * @param name what the device is called in reports
 * @param switching counted pulses
 * @param resistance its resistance; unknown when absent, and then nothing can be priced
 * @param operation where the device is used
 */
@Kind("measured")
public record MeasuredDevice(
    @Declared(says = "What the device is called in reports") String name,
    @Declared(says = "Counted pulses") MeasuredSwitching switching,
    @Declared(says = "Resistance; without it no energy can be priced")
        Optional<MeasuredResistance> resistance,
    @Declared(says = "Voltage, temperature and pulse width of use") Operation operation)
    implements DeviceSpec {

  /** Checks that the device is used at the temperature of its measurement. */
  public MeasuredDevice {
    if (operation.temperatureKelvin() != switching.temperatureKelvin()) {
      throw new IllegalArgumentException(
          "operation.temperature must be "
              + Quantity.print(switching.temperatureKelvin(), Dimension.TEMPERATURE)
              + ", the switching.temperature of the measurement, but was "
              + Quantity.print(operation.temperatureKelvin(), Dimension.TEMPERATURE));
    }
  }
}
