package io.spindrift.memory.product;

import io.spindrift.device.MagneticState;
import io.spindrift.device.ResistanceModel;
import io.spindrift.memory.array.CellKinds;

/**
 * Conductances of real cells: 1/R of the junction that each cell is, at the read voltage.
 *
 * <p>Mean and variance are those of the kinds, which cells are drawn from with equal probability;
 * they are exact for the population of the kinds, however few.
 */
public final class KindConductances implements CellConductances {
  private final CellKinds kinds;
  private final double[][] siemens = new double[2][];
  private final double[] mean = new double[2];
  private final double[] variance = new double[2];

  /**
   * The cells of an array.
   *
   * @param kinds which junction each cell is
   * @param resistance the resistance of a junction
   * @param readVolts voltage across a cell while currents are summed
   * @throws IllegalArgumentException when cells in P do not conduct better than those in AP
   */
  public KindConductances(CellKinds kinds, ResistanceModel resistance, double readVolts) {
    this.kinds = kinds;
    for (MagneticState state : MagneticState.values()) {
      double[] values = new double[kinds.count()];
      double sum = 0;
      for (int kind = 0; kind < values.length; kind++) {
        values[kind] = 1 / resistance.resistanceOhms(state, readVolts, kinds.deviceIndex(kind));
        sum += values[kind];
      }
      mean[state.ordinal()] = sum / values.length;
      double squares = 0;
      for (double value : values) {
        squares += (value - sum / values.length) * (value - sum / values.length);
      }
      variance[state.ordinal()] = squares / values.length;
      siemens[state.ordinal()] = values;
    }
    if (!(countSiemens() > 0)) {
      throw new IllegalArgumentException(
          "cells must conduct better in P than in AP at the read voltage, but have "
              + meanSiemens(MagneticState.PARALLEL)
              + " S and "
              + meanSiemens(MagneticState.ANTIPARALLEL)
              + " S");
    }
  }

  @Override
  public double siemens(MagneticState state, long cell) {
    return siemens[state.ordinal()][kinds.kind(cell)];
  }

  @Override
  public double meanSiemens(MagneticState state) {
    return mean[state.ordinal()];
  }

  @Override
  public double varianceSiemensSquared(MagneticState state) {
    return variance[state.ordinal()];
  }
}
