package io.spindrift.device.switching;

import java.util.List;

/**
 * The mean of mz^2 in equilibrium, simulated and exact.
 *
 * @param device what the device is called
 * @param stabilityFactor Bk Ms V/(2 kB T) at zero bias, without the applied field
 * @param trajectories independent trajectories
 * @param stepSeconds integration step
 * @param meanSquareMz simulated mean
 * @param standardError its standard error, from the scatter between independent trajectories
 * @param exactMeanSquareMz quadrature over the Boltzmann law
 * @param simulatedShares share of the readings in equal bins of mz from -1 to 1
 * @param exactShares the same shares in the Boltzmann law
 */
public record EquilibriumResult(
    String device,
    double stabilityFactor,
    int trajectories,
    double stepSeconds,
    double meanSquareMz,
    double standardError,
    double exactMeanSquareMz,
    List<Double> simulatedShares,
    List<Double> exactShares) {

  /** Copies the histograms. */
  public EquilibriumResult {
    simulatedShares = List.copyOf(simulatedShares);
    exactShares = List.copyOf(exactShares);
  }

  /** Deviation from the exact mean in standard errors. */
  public double deviations() {
    return (meanSquareMz - exactMeanSquareMz) / standardError;
  }
}
