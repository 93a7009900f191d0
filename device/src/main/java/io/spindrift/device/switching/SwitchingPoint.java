package io.spindrift.device.switching;

import io.spindrift.device.MagneticState;
import io.spindrift.numerics.Require;

/**
 * One point of a switching curve.
 *
 * @param pulseSeconds pulse width
 * @param from state before the pulse
 * @param trials number of simulated pulses; zero for a value from a closed form
 * @param switched how many of them switched
 * @param probability estimate of P(switch)
 * @param standardError half-width of the one-sigma Wilson interval, never zero for a simulation
 */
public record SwitchingPoint(
    double pulseSeconds,
    MagneticState from,
    long trials,
    long switched,
    double probability,
    double standardError) {

  /** Checks every number. */
  public SwitchingPoint {
    Require.positive("pulse", pulseSeconds, "s");
    Require.atLeast("trials", trials, 0);
    Require.inRange("switched", switched, 0, trials, "");
    Require.inRange("probability", probability, 0, 1, "");
    Require.notNegative("standard error", standardError, "");
  }

  /** The point of {@code switched} among {@code trials} simulated pulses. */
  static SwitchingPoint counted(
      double pulseSeconds, MagneticState from, long trials, long switched) {
    double p = (double) switched / trials;
    return new SwitchingPoint(
        pulseSeconds, from, trials, switched, p, BinomialError.wilson(p, trials));
  }

  /** A point whose probability is known from a closed form. */
  static SwitchingPoint exact(double pulseSeconds, MagneticState from, double probability) {
    return new SwitchingPoint(pulseSeconds, from, 0, 0, probability, 0);
  }
}
