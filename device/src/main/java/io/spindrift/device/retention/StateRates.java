package io.spindrift.device.retention;

import io.spindrift.device.MagneticState;
import io.spindrift.numerics.Require;

/**
 * Rates of the two-state process that thermal escape makes of a junction at rest.
 *
 * <p>With a = rate from P, b = rate from AP, the chance to be in the other state a time t later is
 * a/(a+b) (1 - exp(-(a+b) t)) from P, and b instead of a from AP. 1/(a+b) is the relaxation time
 * and a + b the slowest rate of the Fokker-Planck equation.
 *
 * @param fromParallelPerSecond rate out of P
 * @param fromAntiparallelPerSecond rate out of AP
 */
public record StateRates(double fromParallelPerSecond, double fromAntiparallelPerSecond) {
  /** Checks both rates. */
  public StateRates {
    Require.notNegative("rate from P", fromParallelPerSecond, "1/s");
    Require.notNegative("rate from AP", fromAntiparallelPerSecond, "1/s");
  }

  /**
   * The rates that add up to a slowest rate and keep the populations in balance.
   *
   * @param slowestPerSecond slowest rate of the Fokker-Planck equation
   * @param parallelShare population of P
   * @param antiparallelShare population of AP, given too because 1 minus the other may round to 0
   */
  public static StateRates balanced(
      double slowestPerSecond, double parallelShare, double antiparallelShare) {
    return new StateRates(slowestPerSecond * antiparallelShare, slowestPerSecond * parallelShare);
  }

  /** Rate out of a state. */
  public double from(MagneticState state) {
    return state == MagneticState.PARALLEL ? fromParallelPerSecond : fromAntiparallelPerSecond;
  }

  /** Mean time in a state. */
  public double retentionSeconds(MagneticState state) {
    return 1 / from(state);
  }

  /** Sum of both rates. */
  public double slowestPerSecond() {
    return fromParallelPerSecond + fromAntiparallelPerSecond;
  }

  /** Time in which a memory of the state decays by a factor e. */
  public double relaxationSeconds() {
    return 1 / slowestPerSecond();
  }

  /** Probability to find the junction in the other state after {@code seconds}. */
  public double lossProbability(MagneticState from, double seconds) {
    Require.notNegative("time", seconds, "s");
    double sum = slowestPerSecond();
    return sum == 0 ? 0 : from(from) / sum * -Math.expm1(-sum * seconds);
  }
}
