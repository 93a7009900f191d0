package io.spindrift.device.rare;

import io.spindrift.device.MagneticState;

/**
 * The write-error rate of one pulse.
 *
 * @param pulseSeconds pulse width
 * @param voltageVolts pulse amplitude
 * @param from state before the pulse, in which the junction still is after a failed write
 * @param writeErrorRate probability of that
 * @param standardError one standard error; without sampling the numerical error
 * @param low lower end of the 95 % interval; without sampling the rate less the error
 * @param high upper end of the 95 % interval; without sampling the rate and the error
 * @param effectiveHits failures that were seen, weighted; zero without sampling
 * @param trajectories simulated trajectories; zero without sampling
 * @param method how it was found
 */
public record WriteErrorPoint(
    double pulseSeconds,
    double voltageVolts,
    MagneticState from,
    double writeErrorRate,
    double standardError,
    double low,
    double high,
    double effectiveHits,
    long trajectories,
    WriteErrorMethod method) {}
