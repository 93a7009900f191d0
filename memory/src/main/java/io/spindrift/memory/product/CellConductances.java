package io.spindrift.memory.product;

import io.spindrift.device.MagneticState;

/**
 * The conductance of every cell of an array in both states, with the mean and variance over cells.
 *
 * <p>A sum of currents is measured in counts: one count is the difference G_P - G_AP of the mean
 * conductances, so that a cell which turns from AP to P adds one. Implementations are immutable.
 */
public interface CellConductances {
  /** Conductance of a cell in siemens. */
  double siemens(MagneticState state, long cell);

  /** Mean over cells in siemens. */
  double meanSiemens(MagneticState state);

  /** Variance over cells in siemens squared. */
  double varianceSiemensSquared(MagneticState state);

  /** One count in siemens. */
  default double countSiemens() {
    return meanSiemens(MagneticState.PARALLEL) - meanSiemens(MagneticState.ANTIPARALLEL);
  }

  /** Variance over cells in counts squared. */
  default double varianceCounts(MagneticState state) {
    double count = countSiemens();
    return varianceSiemensSquared(state) / (count * count);
  }
}
