package io.spindrift.device.population;

import io.spindrift.device.MagneticState;
import io.spindrift.numerics.Require;

/**
 * One device under its operating pulse, as a coin that is reset before each toss and as one that
 * runs freely.
 *
 * <p>Running freely it is a two-state Markov chain with a = P(AP to P) and b = P(P to AP): it is
 * found antiparallel in the share b/(a + b), and successive tosses correlate by 1 - a - b.
 *
 * @param fromParallel b
 * @param fromAntiparallel a
 * @param trials pulses behind each probability; zero where it is known without counting
 */
public record Coin(double fromParallel, double fromAntiparallel, int trials) {
  /** Checks the ranges. */
  public Coin {
    Require.inRange("probability from parallel", fromParallel, 0, 1, "");
    Require.inRange("probability from antiparallel", fromAntiparallel, 0, 1, "");
    Require.atLeast("trials", trials, 0);
  }

  /** P(switch) out of a state. */
  public double probability(MagneticState from) {
    return from == MagneticState.PARALLEL ? fromParallel : fromAntiparallel;
  }

  /** Unbiased estimate p (1 - p)/(n - 1) of the counting variance of that probability. */
  public double probabilityVariance(MagneticState from) {
    double p = probability(from);
    return trials == 0 ? 0 : p * (1 - p) / Math.max(1, trials - 1);
  }

  /** Whether it was seen to switch at all; one that never does has no share. */
  public boolean moves() {
    return fromParallel + fromAntiparallel > 0;
  }

  /** Share of antiparallel states when it runs freely. */
  public double antiparallelShare() {
    return fromParallel / (fromAntiparallel + fromParallel);
  }

  /** Counting variance of that share to first order. */
  public double shareVariance() {
    double a = fromAntiparallel;
    double b = fromParallel;
    double square = Math.pow(a + b, 4);
    return (a * a * probabilityVariance(MagneticState.PARALLEL)
            + b * b * probabilityVariance(MagneticState.ANTIPARALLEL))
        / square;
  }

  /** Correlation of successive tosses when it runs freely. */
  public double lagOneCorrelation() {
    return 1 - fromAntiparallel - fromParallel;
  }

  /** Counting variance of that correlation. */
  public double lagOneVariance() {
    return probabilityVariance(MagneticState.PARALLEL)
        + probabilityVariance(MagneticState.ANTIPARALLEL);
  }
}
