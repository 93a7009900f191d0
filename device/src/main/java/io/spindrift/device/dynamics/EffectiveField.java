package io.spindrift.device.dynamics;

import io.spindrift.device.spec.BiasField;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.numerics.Constants;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;

/**
 * The deterministic field on a macrospin: applied + stray + anisotropy under voltage +
 * demagnetising + spin-transfer torque.
 */
public final class EffectiveField {
  /** The sum of all terms at a voltage across the barrier, at the device's own temperature. */
  public static LinearField of(MacrospinDevice device, double voltageVolts) {
    return of(device, voltageVolts, device.operation().temperatureKelvin());
  }

  /** The sum of all terms at a voltage across the barrier and a temperature of the free layer. */
  public static LinearField of(
      MacrospinDevice device, double voltageVolts, double temperatureKelvin) {
    MacrospinDevice warm = device.atTemperature(temperatureKelvin);
    LinearField field =
        AppliedField.of(warm.biasField())
            .plus(AppliedField.of(warm.strayField().orElse(BiasField.NONE)))
            .plus(AnisotropyField.of(warm.freeLayer(), warm.barrier(), voltageVolts))
            .plus(DemagnetisingField.of(warm.freeLayer()));
    return warm.spinTorque()
        .map(torque -> field.plus(SpinTorqueField.of(warm, torque, voltageVolts)))
        .orElse(field);
  }

  /**
   * Uniaxial field Bk in tesla: slope along the easy axis less the mean slope in the plane, at the
   * device's own temperature.
   *
   * <p>Positive where the easy axis is perpendicular.
   */
  public static double uniaxialTesla(MacrospinDevice device, double voltageVolts) {
    return uniaxialTesla(device, voltageVolts, device.operation().temperatureKelvin());
  }

  /** Uniaxial field Bk in tesla at a temperature of the free layer. */
  public static double uniaxialTesla(
      MacrospinDevice device, double voltageVolts, double temperatureKelvin) {
    LinearField field = of(device, voltageVolts, temperatureKelvin);
    return field.kz() - 0.5 * (field.kx() + field.ky());
  }

  /** Stability factor Bk Ms V/(2 kB T) at zero bias, without the applied field. */
  public static double stabilityFactor(MacrospinDevice device, double temperatureKelvin) {
    return uniaxialTesla(device, 0, temperatureKelvin)
        * device.atTemperature(temperatureKelvin).freeLayer().momentAmpereSquareMeters()
        / (2 * Constants.BOLTZMANN_JOULES_PER_KELVIN * temperatureKelvin);
  }

  /**
   * Refuses a device that has no two wells at rest: its uniaxial field must be positive.
   *
   * <p>Such a device may be simulated as a free moment, but it has no parallel and antiparallel
   * state to start from or to switch between.
   *
   * @throws UnusableInput with the field and what would change it
   */
  public static void requireWells(MacrospinDevice device, double temperatureKelvin) {
    double rest = uniaxialTesla(device, 0, temperatureKelvin);
    if (!(rest > 0)) {
      throw new UnusableInput(
          "the net uniaxial field at zero bias must be positive for two stable states, but was "
              + Quantity.print(rest, Dimension.MAGNETIC_FIELD)
              + " at "
              + Quantity.print(temperatureKelvin, Dimension.TEMPERATURE)
              + "; raise freeLayer.interfaceAnisotropy or lower freeLayer.thickness");
    }
  }

  private EffectiveField() {}
}
