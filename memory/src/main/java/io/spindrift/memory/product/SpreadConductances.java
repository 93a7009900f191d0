package io.spindrift.memory.product;

import io.spindrift.device.MagneticState;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.StreamKey;

/**
 * Conductances stated by their mean and spread: cell c has G_P f_c in P and G_AP f_c in AP.
 *
 * <p>The factor f_c, of mean 1 and standard deviation s, is that of the area or the barrier of one
 * cell, so both states share it. It is decided by the population key and c alone. The ratio G_P /
 * G_AP is 1 + TMR at the read voltage.
 *
 * @param parallelSiemens G_P
 * @param onOffRatio G_P / G_AP above 1; infinite where a cell in AP does not conduct
 * @param law distribution of the factor
 * @param relativeSigma s; at most 0.3 for the normal law, which would give cells of negative
 *     conductance
 * @param population what decides which cell has which
 */
public record SpreadConductances(
    double parallelSiemens,
    double onOffRatio,
    SpreadLaw law,
    double relativeSigma,
    StreamKey population)
    implements CellConductances {
  private static final double MOST_NORMAL = 0.3;
  private static final double MOST_LOGNORMAL = 2;

  /** Checks the numbers. */
  public SpreadConductances {
    Require.positive("parallel conductance", parallelSiemens, "S");
    if (!(onOffRatio > 1)) {
      throw new IllegalArgumentException("on-off ratio must be above 1, but was " + onOffRatio);
    }
    Require.inRange(
        "relative spread of conductances",
        relativeSigma,
        0,
        law == SpreadLaw.NORMAL ? MOST_NORMAL : MOST_LOGNORMAL,
        "");
  }

  /** Cells that are all alike: G_P of 100 microsiemens and the given ratio. */
  public static SpreadConductances alike(double onOffRatio) {
    return new SpreadConductances(100e-6, onOffRatio, SpreadLaw.NORMAL, 0, StreamKey.root(0));
  }

  /** The same cells with another spread. */
  public SpreadConductances withSpread(double sigma) {
    return new SpreadConductances(parallelSiemens, onOffRatio, law, sigma, population);
  }

  @Override
  public double siemens(MagneticState state, long cell) {
    return relativeSigma == 0
        ? meanSiemens(state)
        : meanSiemens(state) * law.factor(relativeSigma, population.at(cell).open().nextGaussian());
  }

  @Override
  public double meanSiemens(MagneticState state) {
    return state == MagneticState.PARALLEL ? parallelSiemens : parallelSiemens / onOffRatio;
  }

  @Override
  public double varianceSiemensSquared(MagneticState state) {
    double sigma = relativeSigma * meanSiemens(state);
    return sigma * sigma;
  }
}
