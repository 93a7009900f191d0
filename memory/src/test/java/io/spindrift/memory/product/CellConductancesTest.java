package io.spindrift.memory.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.MagneticState;
import io.spindrift.device.ResistanceModel;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.DistributionAssert;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CellConductancesTest {
  private static final StreamKey KEY = StreamKey.root(3).purpose("cells");

  /** 200,000 cells; mean and variance within 4 sigma, false alarm 6.3e-5 each. */
  @ParameterizedTest
  @EnumSource(SpreadLaw.class)
  void cellsHaveTheStatedMeanAndVariance(SpreadLaw law) {
    CellConductances cells = new SpreadConductances(1e-4, 2.5, law, 0.2, KEY);
    for (MagneticState state : MagneticState.values()) {
      double[] relative = new double[200_000];
      Arrays.setAll(relative, cell -> cells.siemens(state, cell) / cells.meanSiemens(state));
      DistributionAssert.mean(relative, 1, 4);
      DistributionAssert.variance(relative, 0.04, 4);
    }
    assertThat(cells.countSiemens()).isCloseTo(6e-5, within(1e-18));
    assertThat(cells.varianceCounts(MagneticState.PARALLEL)).isCloseTo(0.04 / 0.36, within(1e-12));
    assertThat(cells.varianceCounts(MagneticState.ANTIPARALLEL))
        .isCloseTo(0.04 * 0.16 / 0.36, within(1e-12));
  }

  @Test
  void bothStatesOfACellShareItsFactor() {
    CellConductances cells = new SpreadConductances(1e-4, 3, SpreadLaw.LOGNORMAL, 0.1, KEY);
    for (long cell = 0; cell < 100; cell++) {
      assertThat(
              cells.siemens(MagneticState.PARALLEL, cell)
                  / cells.siemens(MagneticState.ANTIPARALLEL, cell))
          .isCloseTo(3, within(1e-12));
    }
  }

  @Test
  void anInfiniteRatioLeavesNoCurrentInAntiparallelCells() {
    CellConductances cells = SpreadConductances.alike(Double.POSITIVE_INFINITY);
    assertThat(cells.siemens(MagneticState.ANTIPARALLEL, 4)).isZero();
    assertThat(cells.countSiemens()).isEqualTo(cells.siemens(MagneticState.PARALLEL, 4));
  }

  @Test
  void cellsOfJunctionsHaveTheMeanAndVarianceOfTheirKinds() {
    ResistanceModel resistance =
        (state, volts, device) ->
            (state == MagneticState.PARALLEL ? 10e3 : 20e3 / (1 + volts)) / (1 + 0.1 * device);
    KindConductances cells = new KindConductances(new CellKinds(4, KEY), resistance, 0.1);
    // 1/R_P = 100 uS (1, 1.1, 1.2, 1.3)
    assertThat(cells.meanSiemens(MagneticState.PARALLEL)).isCloseTo(115e-6, within(1e-12));
    assertThat(cells.varianceSiemensSquared(MagneticState.PARALLEL))
        .isCloseTo(125e-12, within(1e-18));
    assertThat(cells.meanSiemens(MagneticState.ANTIPARALLEL))
        .isCloseTo(1.1 * 57.5e-6, within(1e-12));
    for (long cell = 0; cell < 50; cell++) {
      int kind = new CellKinds(4, KEY).kind(cell);
      assertThat(cells.siemens(MagneticState.PARALLEL, cell))
          .isCloseTo(100e-6 * (1 + 0.1 * kind), within(1e-15));
    }
  }

  @Test
  void impossibleCellsAreRefused() {
    assertThatThrownBy(() -> SpreadConductances.alike(1)).hasMessageContaining("above 1");
    assertThatThrownBy(() -> SpreadConductances.alike(Double.NaN)).hasMessageContaining("above 1");
    assertThatThrownBy(() -> SpreadConductances.alike(2).withSpread(0.4))
        .hasMessageContaining("between 0 and 0.3");
    ResistanceModel same = (state, volts, device) -> 1e4;
    assertThatThrownBy(() -> new KindConductances(CellKinds.nominal(), same, 0.1))
        .hasMessageContaining("must conduct better in P");
  }
}
