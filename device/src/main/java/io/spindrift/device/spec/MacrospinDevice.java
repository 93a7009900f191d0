package io.spindrift.device.spec;

import io.spindrift.numerics.document.Declared;
import io.spindrift.numerics.document.Kind;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.util.Optional;

/**
 * A junction whose free layer is one rigid magnetic moment; switching comes from its dynamics.
 *
 * @param name what the device is called in reports
 * @param freeLayer the layer that switches
 * @param barrier the tunnel barrier on top of it
 * @param biasField constant field from outside on the free layer
 * @param operation where the device is used
 * @param spread how much one device differs from the next
 * @param strayField constant field of the fixed layers on the free layer; none when absent
 * @param spinTorque torque of the tunnel current; none when absent
 * @param temperatureLaws how the parameters follow temperature; they do not when absent
 * @param selfHeating heating by the tunnel current; none when absent
 * @param driver source resistance and load; an ideal voltage source when absent
 */
@Kind("macrospin")
public record MacrospinDevice(
    @Declared(says = "What the device is called in reports") String name,
    @Declared(says = "The layer that switches") FreeLayer freeLayer,
    @Declared(says = "The tunnel barrier") TunnelBarrier barrier,
    @Declared(says = "Constant field from outside on the free layer") BiasField biasField,
    @Declared(says = "Voltage, temperature and pulse width of use") Operation operation,
    @Declared(says = "How much one device differs from the next") Spread spread,
    @Declared(says = "Constant field of the fixed layers on the free layer; none when absent")
        Optional<BiasField> strayField,
    @Declared(says = "Spin-transfer torque of the tunnel current; none when absent")
        Optional<SpinTorque> spinTorque,
    @Declared(says = "How the parameters follow temperature; they do not when absent")
        Optional<TemperatureLaws> temperatureLaws,
    @Declared(says = "Heating by the tunnel current; none when absent")
        Optional<SelfHeating> selfHeating,
    @Declared(says = "Source resistance and load; an ideal voltage source when absent")
        Optional<Driver> driver)
    implements DeviceSpec {

  /** Checks that the device is used below its Curie temperature. */
  public MacrospinDevice {
    temperatureLaws.ifPresent(laws -> {
      if (!(operation.temperatureKelvin() < laws.curieKelvin())) {
        throw new IllegalArgumentException(
            "operation.temperature must be below the Curie temperature of "
                + Quantity.print(laws.curieKelvin(), Dimension.TEMPERATURE)
                + ", but was "
                + Quantity.print(operation.temperatureKelvin(), Dimension.TEMPERATURE));
      }
    });
  }

  /** A device under an ideal voltage source, without spin torque, heating or stray field. */
  public MacrospinDevice(
      String name,
      FreeLayer freeLayer,
      TunnelBarrier barrier,
      BiasField biasField,
      Operation operation,
      Spread spread) {
    this(
        name,
        freeLayer,
        barrier,
        biasField,
        operation,
        spread,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same device with another free layer. */
  public MacrospinDevice withFreeLayer(FreeLayer other) {
    return with(other, barrier, biasField, spinTorque, driver);
  }

  /** The same device with another barrier. */
  public MacrospinDevice withBarrier(TunnelBarrier other) {
    return with(freeLayer, other, biasField, spinTorque, driver);
  }

  /** The same device in another constant field. */
  public MacrospinDevice withBiasField(BiasField other) {
    return with(freeLayer, barrier, other, spinTorque, driver);
  }

  /** The same device with another spin-transfer torque. */
  public MacrospinDevice withSpinTorque(SpinTorque other) {
    return with(freeLayer, barrier, biasField, Optional.of(other), driver);
  }

  /** The same device behind another driver. */
  public MacrospinDevice withDriver(Driver other) {
    return with(freeLayer, barrier, biasField, spinTorque, Optional.of(other));
  }

  /** The same device with another spread about it. */
  public MacrospinDevice withSpread(Spread other) {
    return new MacrospinDevice(
        name,
        freeLayer,
        barrier,
        biasField,
        operation,
        other,
        strayField,
        spinTorque,
        temperatureLaws,
        selfHeating,
        driver);
  }

  /**
   * The device as it is at a temperature of its free layer: laws applied, then left out.
   *
   * @throws io.spindrift.numerics.UnusableInput at or above the Curie temperature
   */
  public MacrospinDevice atTemperature(double kelvin) {
    if (temperatureLaws.isEmpty()) {
      return this;
    }
    TemperatureLaws laws = temperatureLaws.get();
    double m = laws.relativeMagnetisation(kelvin);
    FreeLayer warmLayer =
        freeLayer
            .withSaturationMagnetisation(m * freeLayer.saturationMagnetisationAmperesPerMeter())
            .withInterfaceAnisotropy(
                Math.pow(m, laws.anisotropyExponent())
                    * freeLayer.interfaceAnisotropyJoulesPerSquareMeter());
    TunnelBarrier warmBarrier =
        barrier.withVcmaCoefficient(
            Math.pow(m, laws.vcmaExponent()) * barrier.vcmaCoefficientJoulesPerVoltMeter());
    return new MacrospinDevice(
        name,
        warmLayer,
        warmBarrier,
        biasField,
        operation,
        spread,
        strayField,
        spinTorque,
        Optional.empty(),
        selfHeating,
        driver);
  }

  private MacrospinDevice with(
      FreeLayer otherLayer,
      TunnelBarrier otherBarrier,
      BiasField otherField,
      Optional<SpinTorque> otherTorque,
      Optional<Driver> otherDriver) {
    return new MacrospinDevice(
        name,
        otherLayer,
        otherBarrier,
        otherField,
        operation,
        spread,
        strayField,
        otherTorque,
        temperatureLaws,
        selfHeating,
        otherDriver);
  }
}
