package io.spindrift.memory.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.MagneticState;
import io.spindrift.memory.array.ArrayShape;
import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.CellFaults;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.memory.array.FlipTable;
import io.spindrift.memory.array.RowReader;
import io.spindrift.memory.ledger.Action;
import io.spindrift.testkit.DistributionAssert;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TogglePulseTest {
  private static final long HALF = 0x5555555555555555L;

  @Test
  void togglingTwiceRestoresEveryBitWhenPulsesDoNotFail() {
    Bank bank = Rows.perfect(1, 4096);
    long[] stored = Rows.scatter(bank, 0, 1);
    TogglePulse toggle = new TogglePulse(bank);
    toggle.applyToAll(0, Rows.random(2));
    for (int i = 0; i < stored.length; i++) {
      assertThat(Rows.row(bank, 0)[i]).isEqualTo(~stored[i]);
    }
    toggle.applyToAll(0, Rows.random(3));
    assertThat(Rows.row(bank, 0)).isEqualTo(stored);
  }

  @Test
  void onlyTheCellsOfTheMaskToggleAndOnlyInItsRow() {
    Bank bank = Rows.perfect(3, 128);
    Rows.fill(bank, 1, 0x0FL);
    new TogglePulse(bank).apply(1, new long[] {0x3CL, HALF}, Rows.random(1));
    assertThat(Rows.row(bank, 1)).containsExactly(0x0FL ^ 0x3CL, 0x0FL ^ HALF);
    assertThat(Rows.row(bank, 0)).containsOnly(0L);
    assertThat(Rows.row(bank, 2)).containsOnly(0L);
  }

  @Test
  void pulsesAreThoseOfTheMaskAndWearIsOnePerPulse() {
    Bank bank = Rows.perfect(2, 128);
    TogglePulse toggle = new TogglePulse(bank);
    toggle.apply(0, new long[] {0x7L, 0x1L}, Rows.random(1));
    toggle.apply(0, new long[] {0, 0}, Rows.random(2));
    toggle.applyToAll(0, Rows.random(3));
    assertThat(Rows.counts(bank))
        .isEqualTo(Map.of(Action.TOGGLE_PULSE, 132L, Action.ROW_ACTIVATION, 3L));
    assertThat(bank.array().wear(0)).isEqualTo(2);
    assertThat(bank.array().wear(1)).isEqualTo(0);
  }

  @Test
  void errorsAreTheDevicesOutOfEachStateAndForEachKind() {
    CellKinds kinds = new CellKinds(4, Rows.KEY);
    FlipTable failing =
        FlipTable.of(
            kinds,
            (device, from) -> 1 - (device + 1) * (from == MagneticState.PARALLEL ? 0.02 : 0.05));
    Bank bank =
        Rows.bank(
            new CellArray(new ArrayShape(1, 1 << 19), kinds, CellFaults.NONE),
            RowReader.IDEAL,
            failing);
    Rows.fill(bank, 0, HALF);
    new TogglePulse(bank).applyToAll(0, Rows.random(5));
    long[] after = Rows.row(bank, 0);
    long[][] cells = new long[4][2];
    long[][] failed = new long[4][2];
    for (int cell = 0; cell < bank.columns(); cell++) {
      int was = 1 - cell % 2;
      int is = (int) (after[cell / 64] >>> (cell % 64)) & 1;
      cells[kinds.kind(cell)][was]++;
      failed[kinds.kind(cell)][was] += is == was ? 1 : 0;
    }
    for (int kind = 0; kind < 4; kind++) {
      // About 65,000 cells of each kind and state; 4.5 sigma eight times: false alarm 6e-5.
      DistributionAssert.binomial(failed[kind][0], cells[kind][0], 0.02 * (kind + 1), 4.5);
      DistributionAssert.binomial(failed[kind][1], cells[kind][1], 0.05 * (kind + 1), 4.5);
    }
  }

  @Test
  void theErrorAfterManyPulsesIsThatOfTheChain() {
    for (double[] q : new double[][] {{0.9, 0.8}, {0.97, 1}, {0.3, 0.4}, {1, 1}, {0, 0}}) {
      FlipTable table = FlipTable.asymmetric(q[0], q[1]);
      double parallel = 1;
      for (int n = 0; n <= 7; n++) {
        double wrong = n % 2 == 0 ? 1 - parallel : parallel;
        assertThat(TogglePulse.error(table, MagneticState.PARALLEL, n))
            .as("q = %s after %s pulses", Arrays.toString(q), n)
            .isCloseTo(wrong, within(1e-14));
        parallel = parallel * (1 - q[0]) + (1 - parallel) * q[1];
      }
    }
  }

  @Test
  void aSmallErrorKeepsItsDigits() {
    double p = 0x1p-40;
    FlipTable table = FlipTable.asymmetric(1 - p, 1 - 3 * p);
    // Terms of second order are of relative size 1e-12.
    assertThat(TogglePulse.error(table, MagneticState.PARALLEL, 1)).isCloseTo(p, within(1e-11 * p));
    assertThat(TogglePulse.error(table, MagneticState.PARALLEL, 2))
        .isCloseTo(4 * p, within(1e-11 * p));
    assertThat(TogglePulse.error(table, MagneticState.ANTIPARALLEL, 3))
        .isCloseTo(7 * p, within(7e-11 * p));
  }

  @Test
  void measuredErrorsAfterSeveralPulsesAreThoseStated() {
    FlipTable failing = FlipTable.asymmetric(0.95, 0.85);
    Bank bank = Rows.bank(Rows.array(1, 1 << 18), RowReader.IDEAL, failing);
    TogglePulse toggle = new TogglePulse(bank);
    for (int n = 1; n <= 5; n++) {
      toggle.applyToAll(0, Rows.random(10 + n));
      long ones = Rows.ones(Rows.row(bank, 0));
      long wrong = n % 2 == 0 ? ones : bank.columns() - ones;
      double stated = TogglePulse.error(failing, MagneticState.PARALLEL, n);
      // 262,144 cells; 4.5 sigma five times: false alarm 4e-5.
      DistributionAssert.binomial(wrong, bank.columns(), stated, 4.5);
    }
  }

  @Test
  void stuckCellsArePulsedAndStay() {
    CellFaults faults = new CellFaults(0.1, 0.2, Rows.KEY);
    Bank bank =
        Rows.bank(
            new CellArray(new ArrayShape(1, 1024), CellKinds.nominal(), faults),
            RowReader.IDEAL,
            Rows.PERFECT);
    long[] stuck = new long[16];
    long[] held = new long[16];
    faults.masks(0, stuck, held);
    new TogglePulse(bank).applyToAll(0, Rows.random(1));
    long[] after = Rows.row(bank, 0);
    for (int i = 0; i < 16; i++) {
      assertThat(after[i]).isEqualTo(~stuck[i] | held[i]);
    }
    assertThat(Rows.counts(bank)).containsEntry(Action.TOGGLE_PULSE, 1024L);
  }

  @Test
  void aPulseForOtherKindsOfCellsIsRefused() {
    CellArray array = Rows.array(1, 64);
    FlipTable four = FlipTable.of(new CellKinds(4, Rows.KEY), (device, from) -> 1.0);
    assertThatThrownBy(() -> Rows.bank(array, RowReader.IDEAL, four))
        .hasMessage("kinds of the pulse must be 1 or 1 as in the array, but was 4");
  }
}
