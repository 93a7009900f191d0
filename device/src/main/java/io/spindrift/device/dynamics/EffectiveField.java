package io.spindrift.device.dynamics;

import io.spindrift.device.spec.BiasField;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.numerics.Constants;

/** The deterministic field on a macrospin: applied + anisotropy under voltage + demagnetising. */
public final class EffectiveField {
  /** The sum of all terms at a voltage across the barrier. */
  public static LinearField of(MacrospinDevice device, double voltageVolts) {
    return AppliedField.of(device.biasField())
        .plus(AppliedField.of(device.strayField().orElse(BiasField.NONE)))
        .plus(AnisotropyField.of(device.freeLayer(), device.barrier(), voltageVolts))
        .plus(DemagnetisingField.of(device.freeLayer()));
  }

  /**
   * Uniaxial field Bk in tesla: slope along the easy axis less the mean slope in the plane.
   *
   * <p>Positive where the easy axis is perpendicular.
   */
  public static double uniaxialTesla(MacrospinDevice device, double voltageVolts) {
    LinearField field = of(device, voltageVolts);
    return field.kz() - 0.5 * (field.kx() + field.ky());
  }

  /** Stability factor Bk Ms V/(2 kB T) at zero bias, without the applied field. */
  public static double stabilityFactor(MacrospinDevice device, double temperatureKelvin) {
    return uniaxialTesla(device, 0)
        * device.freeLayer().momentAmpereSquareMeters()
        / (2 * Constants.BOLTZMANN_JOULES_PER_KELVIN * temperatureKelvin);
  }

  private EffectiveField() {}
}
