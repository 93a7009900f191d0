package io.spindrift.device.rare;

import io.spindrift.device.MagneticState;

/**
 * The write-error rate of one pulse.
 *
 * @param pulseSeconds pulse width
 * @param voltageVolts pulse amplitude
 * @param from state before the pulse, in which the junction still is after a failed write
 * @param writeErrorRate probability of that
 * @param standardError one standard error; zero without sampling
 * @param low lower end of the 95 % interval
 * @param high upper end of the 95 % interval
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
