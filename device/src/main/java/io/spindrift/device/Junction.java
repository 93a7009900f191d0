package io.spindrift.device;

import io.spindrift.device.spec.DeviceSpec;
import io.spindrift.numerics.Require;

/**
 * One kind of junction at its operating point: all that the upper rooms receive.
 *
 * @param name what it is called in reports
 * @param spec the description it was made from
 * @param switching probability that a pulse switches it
 * @param resistance its resistance
 * @param capacitanceFarads capacitance that each pulse charges; zero counts no charging
 * @param operatingPoint pulse amplitude, width and temperature of use
 * @param pulses energy of a pulse
 */
public record Junction(
    String name,
    DeviceSpec spec,
    SwitchingModel switching,
    ResistanceModel resistance,
    double capacitanceFarads,
    OperatingPoint operatingPoint,
    PulseEnergyModel pulses) {

  /** A junction straight at its source. */
  public Junction(
      String name,
      DeviceSpec spec,
      SwitchingModel switching,
      ResistanceModel resistance,
      double capacitanceFarads,
      OperatingPoint operatingPoint) {
    this(
        name,
        spec,
        switching,
        resistance,
        capacitanceFarads,
        operatingPoint,
        PulseEnergyModel.direct(resistance, capacitanceFarads));
  }

  /** Checks the capacitance. */
  public Junction {
    Require.notNegative("capacitance", capacitanceFarads, "F");
  }

  /** P(switch) of one device at the operating point. */
  public double switchingProbability(MagneticState from, long deviceIndex) {
    return switching.probability(
        from,
        operatingPoint.voltageVolts(),
        operatingPoint.pulseSeconds(),
        operatingPoint.temperatureKelvin(),
        deviceIndex);
  }

  /** Energy of one operating pulse on a device that starts in {@code from}. */
  public PulseEnergy pulseEnergy(MagneticState from, long deviceIndex) {
    return pulses.energy(
        from, operatingPoint.voltageVolts(), operatingPoint.pulseSeconds(), deviceIndex);
  }
}
