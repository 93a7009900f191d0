package io.spindrift.device.fokkerplanck;

import io.spindrift.device.MagneticState;

/**
 * The slowest decay of a magnetisation density towards its stationary law.
 *
 * <p>With two wells and a barrier of several kB T between them it is the sum of the rates out of
 * both, and everything within a well settles much faster.
 *
 * @param ratePerSecond lambda, with exp(-lambda t) the slowest decay
 * @param relativeError estimate of its numerical error: change on a coarser resolution
 * @param parallelShare stationary probability of mz &gt; 0
 * @param mode the eigenfunction of the backward equation, 1 at its largest; nearly constant in each
 *     well, of opposite signs
 */
public record SlowestRate(
    double ratePerSecond, double relativeError, double parallelShare, SphereFunction mode) {

  /**
   * Rate out of a state, by detailed balance of two states: lambda times the share of the other.
   */
  public double ratePerSecond(MagneticState from) {
    return ratePerSecond * (from == MagneticState.PARALLEL ? 1 - parallelShare : parallelShare);
  }
}
