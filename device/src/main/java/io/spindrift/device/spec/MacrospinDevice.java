package io.spindrift.device.spec;

import io.spindrift.numerics.document.Declared;
import io.spindrift.numerics.document.Kind;

/**
 * A junction whose free layer is one rigid magnetic moment; switching comes from its dynamics.
 *
 * @param name what the device is called in reports
 * @param freeLayer the layer that switches
 * @param barrier the tunnel barrier on top of it
 * @param biasField constant field on the free layer
 * @param operation where the device is used
 * @param spread how much one device differs from the next
 */
@Kind("macrospin")
public record MacrospinDevice(
    @Declared(says = "What the device is called in reports") String name,
    @Declared(says = "The layer that switches") FreeLayer freeLayer,
    @Declared(says = "The tunnel barrier") TunnelBarrier barrier,
    @Declared(says = "Constant field on the free layer") BiasField biasField,
    @Declared(says = "Voltage, temperature and pulse width of use") Operation operation,
    @Declared(says = "Device-to-device standard deviations") MacrospinSpread spread)
    implements DeviceSpec {

  /** The same device with another free layer. */
  public MacrospinDevice withFreeLayer(FreeLayer other) {
    return new MacrospinDevice(name, other, barrier, biasField, operation, spread);
  }

  /** The same device with another barrier. */
  public MacrospinDevice withBarrier(TunnelBarrier other) {
    return new MacrospinDevice(name, freeLayer, other, biasField, operation, spread);
  }

  /** The same device in another constant field. */
  public MacrospinDevice withBiasField(BiasField other) {
    return new MacrospinDevice(name, freeLayer, barrier, other, operation, spread);
  }
}
