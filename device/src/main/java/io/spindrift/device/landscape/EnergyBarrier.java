package io.spindrift.device.landscape;

import io.spindrift.device.MagneticState;
import io.spindrift.device.dynamics.EffectiveField;
import io.spindrift.device.dynamics.LinearField;
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
    Optional<EnergyLandscape> landscape = EnergyLandscape.of(field);
    return new EnergyBarrier(
        moment * heightTesla(landscape, MagneticState.PARALLEL),
        moment * heightTesla(landscape, MagneticState.ANTIPARALLEL),
        temperatureKelvin);
  }

  private static double heightTesla(Optional<EnergyLandscape> landscape, MagneticState from) {
    return landscape.map(energy -> energy.barrierTesla(from)).orElse(0.0);
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
