package io.spindrift.memory.spec;

import io.spindrift.memory.array.CellFaults;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.document.Declared;
import io.spindrift.numerics.random.StreamKey;

/**
 * Cells that are stuck or weak.
 *
 * @param stuckParallel share of cells that never leave P
 * @param stuckAntiparallel share of cells that never leave AP
 * @param weakShare share of the kinds of cells that are weak
 * @param weakBarrierFactor energy barrier of a weak kind over that of a sound one
 */
public record FaultShares(
    @Declared(says = "Share of cells that never leave P", min = 0, max = 1) double stuckParallel,
    @Declared(says = "Share of cells that never leave AP", min = 0, max = 1)
        double stuckAntiparallel,
    @Declared(says = "Share of the kinds of cells that are weak", min = 0, max = 1)
        double weakShare,
    @Declared(
            says = "Energy barrier of a weak kind over that of a sound one",
            min = 0,
            minExclusive = true,
            max = 1)
        double weakBarrierFactor) {

  /** Checks every number, and that there are no more stuck cells than cells. */
  public FaultShares {
    Require.inRange("stuckParallel", stuckParallel, 0, 1, "");
    Require.inRange("stuckAntiparallel", stuckAntiparallel, 0, 1 - stuckParallel, "");
    Require.inRange("weakShare", weakShare, 0, 1, "");
    Require.positive("weakBarrierFactor", weakBarrierFactor, "");
    Require.inRange("weakBarrierFactor", weakBarrierFactor, 0, 1, "");
  }

  /** Which cells are stuck, as {@code population} decides. */
  public CellFaults cellFaults(StreamKey population) {
    return stuckParallel + stuckAntiparallel == 0
        ? CellFaults.NONE
        : new CellFaults(stuckParallel, stuckAntiparallel, population);
  }
}
