package io.spindrift.device.switching;

import io.spindrift.device.MagneticState;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.statistics.WilsonInterval;

/**
 * One point of a switching curve.
 *
 * @param pulseSeconds pulse width
 * @param from state before the pulse
 * @param trials number of simulated pulses; zero for a value that was computed
 * @param switched how many of them switched
 * @param probability estimate of P(switch)
 * @param standardError half-width of the one-sigma Wilson interval, never zero for a simulation;
 *     for a computed value its numerical error
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
        pulseSeconds, from, trials, switched, p, WilsonInterval.standardError(p, trials));
  }

  /** A point whose probability is known from a closed form. */
  static SwitchingPoint exact(double pulseSeconds, MagneticState from, double probability) {
    return new SwitchingPoint(pulseSeconds, from, 0, 0, probability, 0);
  }

  /**
   * A point from the switching error that an equation gave, with its numerical error.
   *
   * @param pulseSeconds pulse width
   * @param from state before the pulse
   * @param writeErrorRate computed 1 - P(switch); round-off outside [0, 1] is cut
   * @param numericalError estimate of its error
   */
  public static SwitchingPoint computed(
      double pulseSeconds, MagneticState from, double writeErrorRate, double numericalError) {
    double probability = 1 - Math.clamp(writeErrorRate, 0, 1);
    return new SwitchingPoint(pulseSeconds, from, 0, 0, probability, numericalError);
  }

  /** 1 - P(switch), exact to the last bit of P: 1e-16. */
  public double writeErrorRate() {
    return 1 - probability;
  }
}
