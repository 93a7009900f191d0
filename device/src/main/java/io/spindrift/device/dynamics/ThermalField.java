package io.spindrift.device.dynamics;

import io.spindrift.device.spec.FreeLayer;
import io.spindrift.numerics.Constants;

/**
 * White thermal field: three independent Gaussians per step, in tesla.
 *
 * <p>Variance per component 2 alpha kB T/(gamma Ms V dt), W. F. Brown, Phys. Rev. 130, 1677 (1963);
 * it makes exp(-E/kB T) the stationary law of the Stratonovich equation.
 *
 * <p>The layer is the one at that temperature: with temperature laws that of {@link
 * io.spindrift.device.spec.MacrospinDevice#atTemperature}.
 */
public final class ThermalField {
  /** Standard deviation of each component in tesla, for steps of {@code stepSeconds}. */
  public static double sigmaTesla(FreeLayer layer, double temperatureKelvin, double stepSeconds) {
    return Math.sqrt(
        2
            * layer.damping()
            * Constants.BOLTZMANN_JOULES_PER_KELVIN
            * temperatureKelvin
            / (Constants.GYROMAGNETIC_RATIO_RADIANS_PER_SECOND_TESLA
                * layer.momentAmpereSquareMeters()
                * stepSeconds));
  }

  /**
   * Rotational diffusion coefficient D = gamma alpha kB T/((1 + alpha^2) Ms V) in 1/s.
   *
   * <p>With no field the mean magnetisation decays as exp(-2 D t).
   */
  public static double diffusionPerSecond(FreeLayer layer, double temperatureKelvin) {
    double alpha = layer.damping();
    return Constants.GYROMAGNETIC_RATIO_RADIANS_PER_SECOND_TESLA
        * alpha
        * Constants.BOLTZMANN_JOULES_PER_KELVIN
        * temperatureKelvin
        / ((1 + alpha * alpha) * layer.momentAmpereSquareMeters());
  }

  private ThermalField() {}
}
