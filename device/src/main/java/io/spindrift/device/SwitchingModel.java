package io.spindrift.device;

/**
 * Probability that one voltage pulse switches a junction: all that the upper rooms know of physics.
 *
 * <p>Made by Monte Carlo, by Fokker-Planck, from a measured table or from a compact fit.
 * Implementations are immutable and safe to use from any thread.
 */
public interface SwitchingModel {
  /** What the model is and where it comes from, in a few words. */
  String name();

  /**
   * The probability P(switch) that a pulse moves the junction out of {@code from}.
   *
   * @param from state before the pulse
   * @param voltageVolts pulse amplitude in volts; positive lowers the anisotropy
   * @param pulseSeconds pulse width in seconds
   * @param temperatureKelvin temperature in kelvin
   * @param deviceIndex which junction of the population, negative for the nominal one
   * @throws IllegalArgumentException for a value outside the range that the model covers
   */
  double probability(
      MagneticState from,
      double voltageVolts,
      double pulseSeconds,
      double temperatureKelvin,
      long deviceIndex);
}
