package io.spindrift.device.spec;

import io.spindrift.numerics.document.Declared;
import io.spindrift.numerics.document.Kind;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;

/**
 * A junction known by a closed-form fit to measured switching and resistance.
 *
 * @param name what the device is called in reports
 * @param switching fit of the switching probability
 * @param resistance fit of the resistance
 * @param operation where the device is used
 */
@Kind("compact-fit")
public record CompactFitDevice(
    @Declared(says = "What the device is called in reports") String name,
    @Declared(says = "Fit of the switching probability") SwitchingFit switching,
    @Declared(says = "Fit of the resistance") ResistanceFit resistance,
    @Declared(says = "Voltage, temperature and pulse width of use") Operation operation)
    implements DeviceSpec {

  /** Checks that the device is used at the temperature of its fit. */
  public CompactFitDevice {
    if (operation.temperatureKelvin() != switching.temperatureKelvin()) {
      throw new IllegalArgumentException(
          "operation.temperature must be "
              + Quantity.print(switching.temperatureKelvin(), Dimension.TEMPERATURE)
              + ", the only one that the fit knows, but was "
              + Quantity.print(operation.temperatureKelvin(), Dimension.TEMPERATURE));
    }
  }
}
