package io.spindrift.memory.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.memory.array.FlipTable;
import io.spindrift.memory.array.RowReader;
import io.spindrift.memory.ledger.Action;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.testkit.DistributionAssert;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowFoldTest {
  private static final int CELLS = 1 << 17;

  private static void coins(Bank bank, double share) {
    NoiseRows noise = new NoiseRows(bank, new IdealReset(), FlipTable.uniform(share));
    try (Workers workers = new Workers(1)) {
      noise.fill(1, bank.array().shape().rows(), Rows.KEY, workers);
    }
  }

  @Test
  void aFoldIsTheParityOfItsRowsAndWhatTheRowHeld() {
    Bank bank = Rows.perfect(4, 64);
    Rows.fill(bank, 0, 0xFF00L);
    Rows.fill(bank, 1, 0xF0F0L);
    Rows.fill(bank, 2, 0xCCCCL);
    Rows.fill(bank, 3, 0xAAAAL);
    new RowFold(bank).apply(new int[] {1, 2, 3}, 0, Rows.random(1));
    assertThat(Rows.row(bank, 0)).containsExactly(0xFF00L ^ 0xF0F0L ^ 0xCCCCL ^ 0xAAAAL);
    // Each of the three rows has 8 ones.
    assertThat(Rows.counts(bank))
        .isEqualTo(
            Map.of(Action.CELL_READ, 192L, Action.TOGGLE_PULSE, 24L, Action.ROW_ACTIVATION, 6L));
    assertThat(bank.array().wear(0)).isEqualTo(3);
  }

  @Test
  void theShareOfOnesOfPerfectFoldsIsThePilingUpLaw() {
    for (int k = 0; k <= 6; k++) {
      double law = 0.5 - Math.pow(1 - 2 * 0.146, k) / 2;
      assertThat(RowFold.shareOfOnes(Rows.PERFECT, 0, 0.146, k)).isCloseTo(law, within(1e-15));
      // A row that is a coin itself takes one toggle less.
      assertThat(RowFold.shareOfOnes(Rows.PERFECT, 0.146, 0.146, Math.max(0, k - 1)))
          .isCloseTo(k == 0 ? 0.146 : law, within(1e-15));
    }
  }

  @Test
  void measuredFoldsFollowTheLaw() {
    Bank bank = Rows.perfect(5, CELLS);
    coins(bank, 0.146);
    for (int k = 1; k <= 4; k++) {
      new RowFold(bank).apply(new int[] {k}, 0, Rows.random(k));
      // 131,072 cells; 4.5 sigma four times: false alarm 3e-5.
      DistributionAssert.binomial(
          Rows.ones(Rows.row(bank, 0)), CELLS, 0.5 - Math.pow(1 - 2 * 0.146, k) / 2, 4.5);
    }
  }

  @Test
  void measuredFoldsWithFailingTogglesAndMisreadRowsFollowTheChain() {
    FlipTable toggle = FlipTable.asymmetric(0.9, 0.6);
    Bank bank = Rows.bank(Rows.array(5, CELLS), Rows.misreading(0.02), toggle);
    coins(bank, 0.4);
    double asRead = 0.4 * 0.98 + 0.6 * 0.02;
    for (int k = 1; k <= 4; k++) {
      new RowFold(bank).apply(new int[] {k}, 0, Rows.random(k));
      // 131,072 cells; 4.5 sigma four times: false alarm 3e-5.
      DistributionAssert.binomial(
          Rows.ones(Rows.row(bank, 0)), CELLS, RowFold.shareOfOnes(toggle, 0, asRead, k), 4.5);
    }
  }

  @Test
  void readersThatDoNotErrGiveTheParityOfWhatIsStored() {
    Bank bank = Rows.bank(Rows.array(3, 256), RowReader.IDEAL, Rows.PERFECT);
    long[] a = Rows.scatter(bank, 1, 1);
    long[] b = Rows.scatter(bank, 2, 2);
    new RowFold(bank).apply(new int[] {1, 2}, 0, Rows.random(3));
    for (int i = 0; i < a.length; i++) {
      assertThat(Rows.row(bank, 0)[i]).isEqualTo(a[i] ^ b[i]);
    }
  }
}
