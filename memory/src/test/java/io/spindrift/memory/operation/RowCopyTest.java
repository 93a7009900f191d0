package io.spindrift.memory.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.memory.array.FlipTable;
import io.spindrift.memory.array.RowReader;
import io.spindrift.memory.ledger.Action;
import io.spindrift.testkit.DistributionAssert;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowCopyTest {
  private static final int CELLS = 1 << 18;

  @Test
  void aCopyIsItsSourceWhicheverTheRowHeldAndTheSourceStays() {
    Bank bank = Rows.perfect(3, 1024);
    long[] source = Rows.scatter(bank, 0, 1);
    Rows.scatter(bank, 1, 2);
    Rows.scatter(bank, 2, 3);
    new RowCopy(bank).apply(0, 1, Rows.random(4));
    new RowCopy(bank).applyAfterReset(0, 2, new IdealReset(), Rows.random(5));
    for (int row = 0; row < 3; row++) {
      assertThat(Rows.row(bank, row)).isEqualTo(source);
    }
  }

  @Test
  void bothWaysAreCounted() {
    Bank compared = Rows.perfect(2, 64);
    Rows.fill(compared, 0, 0xFFL);
    Rows.fill(compared, 1, 0xF0L);
    new RowCopy(compared).apply(0, 1, Rows.random(1));
    assertThat(Rows.counts(compared))
        .isEqualTo(
            Map.of(
                Action.CELL_READ, 128L,
                Action.XOR, 64L,
                Action.TOGGLE_PULSE, 4L,
                Action.ROW_ACTIVATION, 3L));
    assertThat(compared.array().wear(1)).isEqualTo(1);
    Bank reset = Rows.perfect(2, 64);
    Rows.fill(reset, 0, 0xFFL);
    Rows.fill(reset, 1, 0xF0L);
    new RowCopy(reset).applyAfterReset(0, 1, new IdealReset(), Rows.random(1));
    assertThat(Rows.counts(reset))
        .isEqualTo(
            Map.of(
                Action.RESET_PULSE, 64L,
                Action.CELL_READ, 64L,
                Action.TOGGLE_PULSE, 8L,
                Action.ROW_ACTIVATION, 3L));
    assertThat(reset.array().wear(1)).isEqualTo(2);
  }

  @Test
  void errorsOfTheCopyAreThoseOfBothReadingsAndOfTheToggle() {
    double misread = 0.03;
    FlipTable toggle = FlipTable.asymmetric(0.95, 0.88);
    Bank bank = Rows.bank(Rows.array(2, CELLS), Rows.misreading(misread), toggle);
    // Source 0011 0011..., destination 0101 0101...: all pairs equally often.
    Rows.fill(bank, 0, 0xCCCCCCCCCCCCCCCCL);
    Rows.fill(bank, 1, 0xAAAAAAAAAAAAAAAAL);
    new RowCopy(bank).apply(0, 1, Rows.random(7));
    long[] wrong = new long[4];
    long[] copy = Rows.row(bank, 1);
    for (int cell = 0; cell < CELLS; cell++) {
      int pair = cell % 4;
      wrong[pair] += (copy[cell / 64] >>> (cell % 64) & 1) ^ (pair >> 1);
    }
    double one = 2 * misread * (1 - misread);
    for (int pair = 0; pair < 4; pair++) {
      boolean differs = pair == 1 || pair == 2;
      double flips = pair % 2 == 0 ? 0.95 : 0.88;
      // 65,536 cells each; 4.5 sigma four times: false alarm 3e-5.
      DistributionAssert.binomial(wrong[pair], CELLS / 4, RowWrite.error(differs, one, flips), 4.5);
    }
  }

  @Test
  void errorsOfTheCopyAfterAResetAreThoseOfOneReadingAndOfTheToggleOutOfP() {
    Bank bank =
        Rows.bank(Rows.array(2, CELLS), Rows.misreading(0.03), FlipTable.asymmetric(0.95, 0.88));
    Rows.fill(bank, 0, 0xAAAAAAAAAAAAAAAAL);
    Rows.fill(bank, 1, 0xCCCCCCCCCCCCCCCCL);
    new RowCopy(bank).applyAfterReset(0, 1, new IdealReset(), Rows.random(8));
    long[] copy = Rows.row(bank, 1);
    long lost = 0;
    long gained = 0;
    for (long word : copy) {
      lost += Long.bitCount(~word & 0xAAAAAAAAAAAAAAAAL);
      gained += Long.bitCount(word & 0x5555555555555555L);
    }
    // 131,072 cells each; 4.5 sigma twice: false alarm 1.4e-5.
    DistributionAssert.binomial(lost, CELLS / 2, 1 - 0.97 * 0.95, 4.5);
    DistributionAssert.binomial(gained, CELLS / 2, 0.03 * 0.95, 4.5);
  }

  @Test
  void theErrorOfAWriteInItsLimits() {
    assertThat(RowWrite.error(true, 0, 0.9)).isCloseTo(0.1, within(1e-15));
    assertThat(RowWrite.error(false, 0, 0.9)).isZero();
    assertThat(RowWrite.error(true, 1, 1)).isEqualTo(1);
    assertThat(RowWrite.error(false, 1, 0.9)).isEqualTo(0.9);
  }

  @Test
  void aWriteIsItsDataAndCountsWhatDiffers() {
    Bank bank = Rows.perfect(1, 128);
    Rows.fill(bank, 0, 0x3L);
    new RowWrite(bank).apply(0, new long[] {0x5L, 0x3L}, Rows.random(1));
    assertThat(Rows.row(bank, 0)).containsExactly(0x5L, 0x3L);
    assertThat(Rows.counts(bank))
        .isEqualTo(
            Map.of(
                Action.CELL_READ, 128L,
                Action.XOR, 128L,
                Action.TOGGLE_PULSE, 2L,
                Action.ROW_ACTIVATION, 2L));
  }

  @Test
  void aCopyOntoItselfAfterAResetIsRefused() {
    Bank bank = Rows.bank(Rows.array(2, 64), RowReader.IDEAL, Rows.PERFECT);
    assertThatThrownBy(
            () -> new RowCopy(bank).applyAfterReset(1, 1, new IdealReset(), Rows.random(1)))
        .hasMessage("destination must be another row than the source, but was row 1");
  }
}
