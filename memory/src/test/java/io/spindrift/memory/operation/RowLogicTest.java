package io.spindrift.memory.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.memory.ledger.Action;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowLogicTest {
  /** The truth table of three inputs and an old state, repeated over a word: 16 combinations. */
  private static final long A = 0xFF00FF00FF00FF00L;

  private static final long B = 0xF0F0F0F0F0F0F0F0L;
  private static final long C = 0xCCCCCCCCCCCCCCCCL;
  private static final long OLD = 0xAAAAAAAAAAAAAAAAL;

  private final Bank bank = Rows.perfect(4, 64);
  private final RowLogic logic = new RowLogic(bank);

  private void operands() {
    Rows.fill(bank, 0, A);
    Rows.fill(bank, 1, B);
    Rows.fill(bank, 2, C);
    Rows.fill(bank, 3, OLD);
  }

  private long cell(int row, int column) {
    return (Rows.row(bank, row)[0] >>> column) & 1;
  }

  @Test
  void everyGateStoresItsTruthTableWhateverTheRowHeld() {
    for (int combination = 0; combination < 16; combination++) {
      long a = combination >> 3 & 1;
      long b = combination >> 2 & 1;
      long c = combination >> 1 & 1;
      operands();
      logic.xor(0, 1, 3, Rows.random(1));
      assertThat(cell(3, combination)).isEqualTo(a != b ? 1 : 0);
      operands();
      logic.and(0, 1, 3, Rows.random(1));
      assertThat(cell(3, combination)).isEqualTo(a == 1 && b == 1 ? 1 : 0);
      operands();
      logic.or(0, 1, 3, Rows.random(1));
      assertThat(cell(3, combination)).isEqualTo(a == 1 || b == 1 ? 1 : 0);
      operands();
      logic.majority(0, 1, 2, 3, Rows.random(1));
      assertThat(cell(3, combination)).isEqualTo(a + b + c >= 2 ? 1 : 0);
      operands();
      logic.xorInto(0, 3, Rows.random(1));
      assertThat(cell(3, combination)).isEqualTo(a != (combination & 1) ? 1 : 0);
    }
  }

  @Test
  void operandsKeepWhatTheyHeld() {
    operands();
    logic.majority(0, 1, 2, 3, Rows.random(1));
    logic.xorInto(2, 3, Rows.random(2));
    assertThat(Rows.row(bank, 0)).containsExactly(A);
    assertThat(Rows.row(bank, 1)).containsExactly(B);
    assertThat(Rows.row(bank, 2)).containsExactly(C);
  }

  @Test
  void theResultMayReplaceAnOperand() {
    operands();
    logic.majority(0, 1, 2, 1, Rows.random(1));
    assertThat(Rows.row(bank, 1)).containsExactly((A & B) | (A & C) | (B & C));
    operands();
    logic.and(0, 1, 0, Rows.random(1));
    assertThat(Rows.row(bank, 0)).containsExactly(A & B);
    operands();
    logic.xorInto(0, 0, Rows.random(1));
    assertThat(Rows.row(bank, 0)).containsExactly(0);
  }

  @Test
  void anOperandMayBeNamedTwice() {
    operands();
    logic.xor(0, 0, 3, Rows.random(1));
    assertThat(Rows.row(bank, 3)).containsExactly(0);
    operands();
    logic.majority(0, 1, 0, 3, Rows.random(1));
    assertThat(Rows.row(bank, 3)).containsExactly(A);
  }

  @Test
  void aGateIntoAnotherRowCountsTwoSensesAndAWrite() {
    operands();
    logic.and(0, 1, 3, Rows.random(1));
    // Two operands and the old result are sensed: 3 x 64; gate and comparison: 2 x 64. The old
    // state differs from a and b in half of the 64 columns.
    assertThat(Rows.counts(bank))
        .isEqualTo(
            Map.of(
                Action.CELL_READ, 192L,
                Action.XOR, 128L,
                Action.TOGGLE_PULSE, 32L,
                Action.ROW_ACTIVATION, 4L));
    assertThat(bank.array().wear(3)).isEqualTo(1);
    assertThat(bank.array().wear(0)).isEqualTo(0);
  }

  @Test
  void theMajorityInPlaceCountsThreeSensesAnAdderAndAToggle() {
    operands();
    logic.majority(0, 1, 2, 2, Rows.random(1));
    // c differs from the majority where a = b and c is neither: a quarter of the columns.
    assertThat(Rows.counts(bank))
        .isEqualTo(
            Map.of(
                Action.CELL_READ, 192L,
                Action.FULL_ADD, 64L,
                Action.XOR, 64L,
                Action.TOGGLE_PULSE, 16L,
                Action.ROW_ACTIVATION, 4L));
  }

  @Test
  void addingARowModuloTwoCountsOneSenseAndAToggleOfItsOnes() {
    Rows.fill(bank, 0, 0x7L);
    logic.xorInto(0, 3, Rows.random(1));
    assertThat(Rows.counts(bank))
        .isEqualTo(
            Map.of(Action.CELL_READ, 64L, Action.TOGGLE_PULSE, 3L, Action.ROW_ACTIVATION, 2L));
  }
}
