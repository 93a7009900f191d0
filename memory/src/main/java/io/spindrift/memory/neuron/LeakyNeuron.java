package io.spindrift.memory.neuron;

import io.spindrift.numerics.Require;

/**
 * A leaky neuron that integrates coins: the discrete Ornstein-Uhlenbeck process.
 *
 * <p>The membrane potential obeys V' = -V / tau + current. In one step of dt the current is that of
 * k coins, each of weight w, less what they bring on average:
 *
 * <p>v &lt;- a v + w (ones - k c), a = 1 - dt / tau
 *
 * <p>where {@code ones} of the k coins came up and c is the share of ones that the neuron is
 * centred on. This is an exact autoregressive process of order one, not an approximation of one; as
 * dt goes to 0 at fixed w^2 k / dt it becomes the process of Uhlenbeck and Ornstein, Phys. Rev. 36
 * (1930) 823. The leak is the first-order one of a capacitor stepped by Euler; {@link
 * #timeConstantSeconds} of a neuron of given a is dt / (1 - a).
 *
 * @param inputs coins per step k
 * @param weightVolts potential w that one coin brings
 * @param centre share c of ones that is taken off, 1/2 for fair coins
 * @param stepSeconds time dt between two steps
 * @param timeConstantSeconds membrane time constant tau, at least dt
 */
public record LeakyNeuron(
    int inputs, double weightVolts, double centre, double stepSeconds, double timeConstantSeconds) {
  /** Most coins per step. */
  public static final int MOST_INPUTS = 1 << 16;

  /** Checks the ranges. */
  public LeakyNeuron {
    Require.inRange("coins per step", inputs, 1, MOST_INPUTS);
    Require.positive("weight of a coin", weightVolts, "V");
    Require.inRange("centre", centre, 0, 1, "");
    Require.positive("time step", stepSeconds, "s");
    Require.finite("membrane time constant", timeConstantSeconds, "s");
    if (!(timeConstantSeconds >= stepSeconds)) {
      throw new IllegalArgumentException(
          "membrane time constant must be at least the time step "
              + stepSeconds
              + " s, but was "
              + timeConstantSeconds
              + " s");
    }
  }

  /** What is kept of the potential from one step to the next: a = 1 - dt / tau. */
  public double kept() {
    return 1 - stepSeconds / timeConstantSeconds;
  }

  /**
   * The neuron of the same time constants whose stationary potential has a given standard deviation
   * under independent coins of P(1) = {@code share}, and is centred on them.
   *
   * @param share P(1) of the coins, strictly between 0 and 1
   */
  public static LeakyNeuron ofDeviation(
      double deviationVolts,
      int inputs,
      double share,
      double stepSeconds,
      double timeConstantSeconds) {
    Require.positive("standard deviation", deviationVolts, "V");
    Require.inRange("share of ones", share, 1e-9, 1 - 1e-9, "");
    LeakyNeuron unit = new LeakyNeuron(inputs, 1, share, stepSeconds, timeConstantSeconds);
    double unitDeviation = Math.sqrt(new MembraneLaw(unit, share, 0).variance());
    return new LeakyNeuron(
        inputs, deviationVolts / unitDeviation, share, stepSeconds, timeConstantSeconds);
  }
}
