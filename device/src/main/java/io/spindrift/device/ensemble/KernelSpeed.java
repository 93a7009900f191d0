package io.spindrift.device.ensemble;

/**
 * How fast a kernel ran.
 *
 * @param kernel which one
 * @param stepsPerCpuSecond integration steps per second of processor time of one thread
 * @param fusedPerCpuSecond fused multiply-adds per second that a loop of nothing else reached
 * @param operationsPerStep floating-point additions, multiplications and fused multiply-adds a step
 *     takes, each counted once; 0 when the bound makes no sense
 * @param trajectories pulses that were simulated while timing
 * @param probability share of them that switched
 * @param standardError one-sigma error of that share
 */
public record KernelSpeed(
    Kernel kernel,
    double stepsPerCpuSecond,
    double fusedPerCpuSecond,
    double operationsPerStep,
    long trajectories,
    double probability,
    double standardError) {

  /** Steps per second if the floating-point units did nothing but the operations of a step. */
  public double boundStepsPerCpuSecond() {
    return fusedPerCpuSecond / operationsPerStep;
  }

  /** The share of that bound that was reached. */
  public double shareOfBound() {
    return stepsPerCpuSecond / boundStepsPerCpuSecond();
  }
}
