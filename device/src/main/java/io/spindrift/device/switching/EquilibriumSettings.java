package io.spindrift.device.switching;

import io.spindrift.numerics.Require;

/**
 * What an equilibrium experiment simulates.
 *
 * @param temperatureKelvin temperature
 * @param trajectories independent trajectories
 * @param stepSeconds largest integration step
 * @param settleSeconds time before the average begins
 * @param averageSeconds time over which each trajectory is averaged
 * @param readings how often mz is read in that time
 */
public record EquilibriumSettings(
    double temperatureKelvin,
    int trajectories,
    double stepSeconds,
    double settleSeconds,
    double averageSeconds,
    int readings) {

  /** Checks every component. */
  public EquilibriumSettings {
    Require.positive("temperature", temperatureKelvin, "K");
    Require.atLeast("trajectories", trajectories, 2);
    Require.positive("step", stepSeconds, "s");
    Require.notNegative("settle", settleSeconds, "s");
    Require.positive("average", averageSeconds, "s");
    Require.atLeast("readings", readings, 1);
  }
}
