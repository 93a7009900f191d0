package io.spindrift.memory.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.MagneticState;
import io.spindrift.device.ResistanceModel;
import io.spindrift.memory.spec.MemoryLoader;
import io.spindrift.memory.spec.MemorySpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineDropTest {
  private static final ResistanceModel CONSTANT =
      (state, volts, device) -> state == MagneticState.PARALLEL ? 1e5 : 1.6e5;
  private static final ResistanceModel BENT =
      (state, volts, device) -> 1e5 / (1 + 3 * volts * volts) * (state.ordinal() + 1);

  private static MemorySpec memory(String... patches) {
    List<String> all = new ArrayList<>(List.of("array.rows=256", "array.columns=128"));
    all.addAll(List.of(patches));
    return MemoryLoader.load("vcmram-28nm", all).spec();
  }

  @Test
  void aBranchSharesItsVoltageByKirchhoff() {
    CellBranch branch = new CellBranch(BENT, MagneticState.PARALLEL, -1, 2e4);
    for (double volts : new double[] {-1.3, -1e-6, 0.2, 0.84, 2}) {
      double across = branch.junctionVolts(volts);
      double amperes = across * (1 + 3 * across * across) / 1e5;
      assertThat(across + 2e4 * amperes).isCloseTo(volts, within(1e-13 * Math.abs(volts)));
      assertThat(branch.amperes(volts)).isCloseTo(amperes, within(1e-13 * Math.abs(amperes)));
    }
    assertThat(branch.junctionVolts(0)).isZero();
    assertThat(new CellBranch(BENT, MagneticState.PARALLEL, -1, 0).junctionVolts(0.7))
        .isEqualTo(0.7);
  }

  @Test
  void withItsOwnLinesEveryCellOfARowIsAlike() {
    LineDrop drop = new LineDrop(memory(), CONSTANT);
    double series = 500 + 5000 + 256 * 4.4;
    assertThat(drop.seriesOhms(255)).isCloseTo(series, within(1e-9));
    WorstCase worst = drop.worstRowPulse(0.84, MagneticState.PARALLEL);
    assertThat(worst.farVolts()).isCloseTo(0.84 * 1e5 / (1e5 + series), within(1e-12));
    assertThat(worst.unevenness()).isCloseTo(0, within(1e-12));
    assertThat(worst.lineAmperes()).isCloseTo(0.84 / (1e5 + series), within(1e-16));
  }

  @Test
  void aSharedSourceLineStarvesTheFarCell() {
    LineDrop drop = new LineDrop(memory("lines.sourceDirection=along-word-line"), CONSTANT);
    double cell = 1e5 + 500 + 5000 + 256 * 2.2;
    double rg = 2.2 / cell;
    double k = Math.log(1 + rg / 2 + Math.sqrt(rg + rg * rg / 4));
    WorstCase worst = drop.worstRowPulse(0.84, MagneticState.PARALLEL);
    // Without a driver the source sits one segment before the first node, at V_{-1}.
    double far = Math.cosh(k * 0.5) / Math.cosh(k * 128.5);
    double near = Math.cosh(k * 127.5) / Math.cosh(k * 128.5);
    assertThat(worst.farVolts()).isCloseTo(0.84 * far * 1e5 / cell, within(1e-12));
    assertThat(worst.nearVolts()).isCloseTo(0.84 * near * 1e5 / cell, within(1e-12));
    assertThat(worst.unevenness()).isCloseTo(1 - far / near, within(1e-12));
  }

  @Test
  void parallelCellsDropMoreThanAntiparallelOnes() {
    LineDrop drop = new LineDrop(memory("lines.sourceDirection=along-word-line"), BENT);
    assertThat(drop.worstRowPulse(0.84, MagneticState.PARALLEL).farDrop())
        .isGreaterThan(drop.worstRowPulse(0.84, MagneticState.ANTIPARALLEL).farDrop());
  }

  @Test
  void oneConductingCellIsADividerAndManyAreALadder() {
    LineDrop drop = new LineDrop(memory(), CONSTANT);
    WorstCase one = drop.bitLine(0.2, MagneticState.PARALLEL, 1);
    double ohms = 500 + 256 * 4.4 + 5000 + 1e5;
    assertThat(one.lineAmperes()).isCloseTo(0.2 / ohms, within(1e-16));
    assertThat(one.farVolts()).isCloseTo(0.2 * 1e5 / ohms, within(1e-12));
    assertThat(one.nearVolts()).isEqualTo(one.farVolts());

    WorstCase two = drop.bitLine(0.2, MagneticState.PARALLEL, 2);
    double far = 1.05e5 + 4.4;
    double both = far * 1.05e5 / (far + 1.05e5);
    assertThat(two.lineAmperes()).isCloseTo(0.2 / (500 + 255 * 4.4 + both), within(1e-15));

    assertThat(drop.bitLine(0.2, MagneticState.PARALLEL, 256).farDrop())
        .isGreaterThan(two.farDrop());
  }
}
