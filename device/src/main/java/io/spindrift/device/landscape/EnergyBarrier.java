package io.spindrift.device.dynamics;

import io.spindrift.device.MagneticState;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.numerics.Constants;
import java.util.Optional;

/**
 * Height of the saddle between the wells of a macrospin over the bottom of each well.
 *
 * <p>The saddle is the lowest pass between both bottoms in the whole energy landscape, bias and
 * stray field included; spin-transfer torque has no energy and is left out. A well that the field
 * has removed has no barrier.
 *
 * @param parallelJoules barrier out of the parallel well, zero at least
 * @param antiparallelJoules barrier out of the antiparallel well, zero at least
 * @param temperatureKelvin temperature of the parameters
 */
public record EnergyBarrier(
    double parallelJoules, double antiparallelJoules, double temperatureKelvin) {
  /** The barriers of a device at a voltage and a temperature of the free layer. */
  public static EnergyBarrier of(
      MacrospinDevice device, double voltageVolts, double temperatureKelvin) {
    LinearField field = EffectiveField.of(device, voltageVolts, temperatureKelvin);
    double moment = device.atTemperature(temperatureKelvin).freeLayer().momentAmpereSquareMeters();
    EnergyLandscape landscape = new EnergyLandscape(field);
    Optional<double[]> upper = landscape.bottom(SphereRegion.UPPER);
    Optional<double[]> lower = landscape.bottom(SphereRegion.LOWER);
    if (upper.isEmpty() || lower.isEmpty()) {
      return new EnergyBarrier(0, 0, temperatureKelvin);
    }
    double pass = landscape.passTesla(upper.get(), lower.get());
    return new EnergyBarrier(
        moment * height(field, upper.get(), pass),
        moment * height(field, lower.get(), pass),
        temperatureKelvin);
  }

  private static double height(LinearField field, double[] bottom, double pass) {
    return Math.max(0, pass - field.energyTesla(bottom[0], bottom[1], bottom[2]));
  }

  /** The barrier out of a state in joules. */
  public double joules(MagneticState from) {
    return from == MagneticState.PARALLEL ? parallelJoules : antiparallelJoules;
  }

  /** The barrier out of a state over kB T. */
  public double thermal(MagneticState from) {
    return joules(from) / (Constants.BOLTZMANN_JOULES_PER_KELVIN * temperatureKelvin);
  }
}
