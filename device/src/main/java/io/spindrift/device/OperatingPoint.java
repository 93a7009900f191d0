package io.spindrift.device;

import io.spindrift.numerics.Require;

/**
 * The pulse at which a junction is used as a source of chance.
 *
 * @param voltageVolts pulse amplitude
 * @param pulseSeconds pulse width
 * @param temperatureKelvin temperature
 * @param fromParallel nominal P(switch) out of the parallel state
 * @param fromAntiparallel nominal P(switch) out of the antiparallel state
 * @param reason how it was chosen, one sentence for reports
 */
public record OperatingPoint(
    double voltageVolts,
    double pulseSeconds,
    double temperatureKelvin,
    double fromParallel,
    double fromAntiparallel,
    String reason) {

  /** Checks every number. */
  public OperatingPoint {
    Require.finite("voltage", voltageVolts, "V");
    Require.positive("pulse", pulseSeconds, "s");
    Require.positive("temperature", temperatureKelvin, "K");
    Require.inRange("probability from parallel", fromParallel, 0, 1, "");
    Require.inRange("probability from antiparallel", fromAntiparallel, 0, 1, "");
  }

  /** Nominal P(switch) out of a state. */
  public double probability(MagneticState from) {
    return from == MagneticState.PARALLEL ? fromParallel : fromAntiparallel;
  }

  /** Mean of both directions. */
  public double meanProbability() {
    return 0.5 * (fromParallel + fromAntiparallel);
  }
}
