package io.spindrift.memory.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.device.MagneticState;
import io.spindrift.device.ResistanceModel;
import io.spindrift.memory.array.ArrayShape;
import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.CellFaults;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.memory.array.RowReader;
import io.spindrift.memory.ledger.Action;
import io.spindrift.testkit.DistributionAssert;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MultiRowLogicTest {
  private static final long A = 0xFF00FF00FF00FF00L;
  private static final long B = 0xF0F0F0F0F0F0F0F0L;
  private static final long C = 0xCCCCCCCCCCCCCCCCL;
  private static final long OLD = 0xAAAAAAAAAAAAAAAAL;

  /** 10 kOhm parallel, 20 kOhm antiparallel; junctions other than the nominal one are half. */
  private static final ResistanceModel RESISTANCE =
      (state, volts, device) ->
          (state == MagneticState.PARALLEL ? 10e3 : 20e3) * (device > 0 ? 0.5 : 1);

  private static Bank operands() {
    Bank bank = Rows.perfect(4, 64);
    Rows.fill(bank, 0, A);
    Rows.fill(bank, 1, B);
    Rows.fill(bank, 2, C);
    Rows.fill(bank, 3, OLD);
    return bank;
  }

  @Test
  void gatesAreTheirTruthTablesAndThoseOfSummedCurrentsWithoutNoise() {
    List<MultiRowReader> readers =
        List.of(
            MultiRowReader.IDEAL,
            new SummedCurrentReader(CellKinds.nominal(), RESISTANCE, -0.2, 0));
    for (MultiRowReader reader : readers) {
      Bank bank = operands();
      MultiRowLogic logic = new MultiRowLogic(bank, reader);
      logic.and(new int[] {0, 1, 2}, 3, Rows.random(1));
      assertThat(Rows.row(bank, 3)).containsExactly(A & B & C);
      logic.or(new int[] {0, 1, 2}, 3, Rows.random(2));
      assertThat(Rows.row(bank, 3)).containsExactly(A | B | C);
      logic.majority(new int[] {0, 1, 2}, 3, Rows.random(3));
      assertThat(Rows.row(bank, 3)).containsExactly((A & B) | (A & C) | (B & C));
      logic.xor(0, 2, 3, Rows.random(4));
      assertThat(Rows.row(bank, 3)).containsExactly(A ^ C);
    }
  }

  @Test
  void aGateCountsItsCurrentsItsComparisonsAndTheWrite() {
    Bank bank = operands();
    new MultiRowLogic(bank, MultiRowReader.IDEAL).and(new int[] {0, 1, 2}, 3, Rows.random(1));
    // Of 64 columns 28 hold a one where the and is 0, 4 a zero where it is 1: 32 toggles.
    assertThat(Rows.counts(bank))
        .isEqualTo(
            Map.of(
                Action.CELL_CURRENT, 192L,
                Action.CELL_READ, 128L,
                Action.XOR, 64L,
                Action.TOGGLE_PULSE, 32L,
                Action.ROW_ACTIVATION, 5L));
  }

  @Test
  void theExclusiveOrAsksTwice() {
    Bank bank = operands();
    new MultiRowLogic(bank, MultiRowReader.IDEAL).xor(0, 1, 3, Rows.random(1));
    assertThat(Rows.counts(bank))
        .isEqualTo(
            Map.of(
                Action.CELL_CURRENT, 256L,
                Action.CELL_READ, 192L,
                Action.XOR, 128L,
                Action.TOGGLE_PULSE, 32L,
                Action.ROW_ACTIVATION, 6L));
  }

  @Test
  void wrongAnswersAreAsManyAsTheMarginExplains() {
    // One cell more or less changes the current by 0.2 V x 50 uS = 10 uA; noise is 5 uA, so a
    // column next to the reference errs with Q(1) = 0.158655, one step further with Q(3).
    Bank bank = Rows.bank(Rows.array(2, 1 << 17), RowReader.IDEAL, Rows.PERFECT);
    SummedCurrentReader reader =
        new SummedCurrentReader(CellKinds.nominal(), RESISTANCE, 0.2, 5e-6);
    Rows.fill(bank, 0, 0xCCCCCCCCCCCCCCCCL);
    Rows.fill(bank, 1, 0xAAAAAAAAAAAAAAAAL);
    long[] or = new MultiRowLogic(bank, reader).sense(new int[] {0, 1}, 1, Rows.random(1));
    long[] wrong = new long[3];
    for (long word : or) {
      wrong[0] += Long.bitCount(word & 0x1111111111111111L);
      wrong[1] += Long.bitCount(~word & 0x6666666666666666L);
      wrong[2] += Long.bitCount(~word & 0x8888888888888888L);
    }
    // 32,768 and 65,536 columns; 4.5 sigma three times: false alarm 2e-5.
    DistributionAssert.binomial(wrong[0], 1 << 15, 0.158655, 4.5);
    DistributionAssert.binomial(wrong[1], 1 << 16, 0.158655, 4.5);
    DistributionAssert.binomial(wrong[2], 1 << 15, 0.00134990, 4.5);
  }

  @Test
  void cellsThatConductMoreAreTakenForParallel() {
    CellKinds kinds = new CellKinds(2, Rows.KEY);
    Bank bank =
        Rows.bank(
            new CellArray(new ArrayShape(2, 256), kinds, CellFaults.NONE),
            RowReader.IDEAL,
            Rows.PERFECT);
    Rows.fill(bank, 0, -1L);
    Rows.fill(bank, 1, -1L);
    SummedCurrentReader reader = new SummedCurrentReader(kinds, RESISTANCE, 0.2, 0);
    long[] and = new MultiRowLogic(bank, reader).sense(new int[] {0, 1}, 2, Rows.random(1));
    for (int column = 0; column < 256; column++) {
      // The reference is 10 + 20 = 15 + 15 uA; a junction of kind 1 carries 20 uA when AP.
      int doubled = kinds.kind(column) + kinds.kind(256 + column);
      assertThat(and[column / 64] >>> (column % 64) & 1).isEqualTo(doubled == 0 ? 1 : 0);
    }
  }

  @Test
  void rowsNamedTwiceAndEvenMajoritiesAreRefused() {
    MultiRowLogic logic = new MultiRowLogic(operands(), MultiRowReader.IDEAL);
    assertThatThrownBy(() -> logic.and(new int[] {1, 1}, 3, Rows.random(1)))
        .hasMessage("rows that are sensed together must be different, but was [1, 1]");
    assertThatThrownBy(() -> logic.majority(new int[] {0, 1}, 3, Rows.random(1)))
        .hasMessage("rows of a majority must be odd in number, but was 2");
    assertThatThrownBy(() -> new SummedCurrentReader(CellKinds.nominal(), RESISTANCE, 0, 0))
        .hasMessage("read voltage must be other than zero, but was 0 V");
  }
}
