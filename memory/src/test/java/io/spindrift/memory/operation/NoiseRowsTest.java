package io.spindrift.memory.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.memory.array.ArrayShape;
import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.CellFaults;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.memory.array.FlipTable;
import io.spindrift.memory.array.RowReader;
import io.spindrift.memory.ledger.Action;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.testkit.DistributionAssert;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoiseRowsTest {
  private static final int CELLS = 1 << 18;
  private static final FlipTable COIN = FlipTable.asymmetric(0.45, 0.8);

  @Test
  void everyResetLeavesTheRowParallelWhenPulsesDoNotFail() {
    List<RowReset> resets =
        List.of(new IdealReset(), new OneWayReset(FlipTable.asymmetric(0, 1)), new SensedReset(1));
    for (RowReset reset : resets) {
      Bank bank = Rows.perfect(2, 256);
      long[] other = Rows.scatter(bank, 1, 2);
      Rows.scatter(bank, 0, 1);
      reset.apply(bank, 0, Rows.random(3));
      assertThat(Rows.row(bank, 0)).containsOnly(0L);
      assertThat(Rows.row(bank, 1)).isEqualTo(other);
    }
  }

  @Test
  void resetsAreCounted() {
    Bank ideal = Rows.perfect(1, 64);
    new IdealReset().apply(ideal, 0, Rows.random(1));
    Bank oneWay = Rows.perfect(1, 64);
    new OneWayReset(FlipTable.asymmetric(0, 1)).apply(oneWay, 0, Rows.random(1));
    for (Bank bank : List.of(ideal, oneWay)) {
      assertThat(Rows.counts(bank))
          .isEqualTo(Map.of(Action.RESET_PULSE, 64L, Action.ROW_ACTIVATION, 1L));
      assertThat(bank.array().wear(0)).isEqualTo(1);
    }
    Bank sensed = Rows.perfect(1, 64);
    Rows.fill(sensed, 0, 0x1FL);
    new SensedReset(2).apply(sensed, 0, Rows.random(1));
    // Five cells toggle in the first round, none in the second.
    assertThat(Rows.counts(sensed))
        .isEqualTo(
            Map.of(Action.CELL_READ, 128L, Action.TOGGLE_PULSE, 5L, Action.ROW_ACTIVATION, 4L));
    assertThat(sensed.array().wear(0)).isEqualTo(1);
  }

  @Test
  void whatFailingResetsLeaveIsAsStated() {
    FlipTable toggle = FlipTable.asymmetric(0.5, 0.7);
    List<RowReset> resets =
        List.of(
            new OneWayReset(FlipTable.asymmetric(0.05, 0.9)),
            new SensedReset(1),
            new SensedReset(3));
    double[] left = {0.25 * 0.1 + 0.75 * 0.05, 0.25 * 0.3, 0.25 * 0.027};
    for (int i = 0; i < 3; i++) {
      Bank bank = Rows.bank(Rows.array(1, CELLS), RowReader.IDEAL, toggle);
      Rows.fill(bank, 0, 0x1111111111111111L);
      resets.get(i).apply(bank, 0, Rows.random(i));
      assertThat(resets.get(i).left(bank, 0, 0.25)).isCloseTo(left[i], within(1e-15));
      // 262,144 cells; 4.5 sigma three times: false alarm 2e-5.
      DistributionAssert.binomial(Rows.ones(Rows.row(bank, 0)), CELLS, left[i], 4.5);
    }
  }

  @Test
  void noiseAfterAPerfectResetIsTheCoinAndForgetsTheRow() {
    Bank bank = Rows.perfect(1, CELLS);
    Rows.fill(bank, 0, 0x5555555555555555L);
    NoiseRows noise = new NoiseRows(bank, new IdealReset(), COIN);
    noise.fill(0, Rows.random(1));
    assertThat(noise.shareOfOnes(0.5)).isEqualTo(0.45);
    long even = 0;
    long odd = 0;
    for (long word : Rows.row(bank, 0)) {
      even += Long.bitCount(word & 0x5555555555555555L);
      odd += Long.bitCount(word & 0xAAAAAAAAAAAAAAAAL);
    }
    // 131,072 cells each; 4.5 sigma twice: false alarm 1.4e-5.
    DistributionAssert.binomial(even, CELLS / 2, 0.45, 4.5);
    DistributionAssert.binomial(odd, CELLS / 2, 0.45, 4.5);
    assertThat(Rows.counts(bank))
        .isEqualTo(
            Map.of(
                Action.RESET_PULSE, (long) CELLS,
                Action.COIN_PULSE, (long) CELLS,
                Action.ROW_ACTIVATION, 2L));
    assertThat(bank.array().wear(0)).isEqualTo(2);
  }

  @Test
  void noiseAfterAFailingResetRemembersAsStatedForEachKind() {
    CellKinds kinds = new CellKinds(2, Rows.KEY);
    FlipTable toggle = FlipTable.of(kinds, (device, from) -> device == 0 ? 0.9 : 0.6);
    FlipTable coin = FlipTable.of(kinds, (device, from) -> device == 0 ? 0.3 : 0.6);
    Bank bank =
        Rows.bank(
            new CellArray(new ArrayShape(1, CELLS), kinds, CellFaults.NONE),
            RowReader.IDEAL,
            toggle);
    Rows.fill(bank, 0, -1L);
    NoiseRows noise = new NoiseRows(bank, new SensedReset(1), coin);
    noise.fill(0, Rows.random(4));
    double share = 0.5 * (0.9 * 0.3 + 0.1 * 0.7) + 0.5 * (0.6 * 0.6 + 0.4 * 0.4);
    assertThat(noise.shareOfOnes(1)).isCloseTo(share, within(1e-15));
    // 262,144 cells, of which about half are of each kind: the variance is at most the binomial.
    DistributionAssert.binomial(Rows.ones(Rows.row(bank, 0)), CELLS, share, 4.5);
  }

  @Test
  void rowsOfNoiseDifferAndDoNotDependOnThreads() {
    long[][] expected = new long[100][];
    for (int threads : new int[] {1, 3, 8}) {
      Bank bank = Rows.perfect(100, 4096);
      NoiseRows noise = new NoiseRows(bank, new SensedReset(1), COIN);
      try (Workers workers = new Workers(threads)) {
        noise.fill(1, 100, Rows.KEY, workers);
      }
      assertThat(Rows.row(bank, 0)).containsOnly(0L);
      for (int row = 1; row < 100; row++) {
        long[] bits = Rows.row(bank, row);
        expected[row] = threads == 1 ? bits : expected[row];
        assertThat(bits).isEqualTo(expected[row]);
        assertThat(row == 1 ? null : expected[row - 1]).isNotEqualTo(bits);
      }
      // 99 rows of 4,096 cells.
      assertThat(bank.stage().count(Action.COIN_PULSE)).isEqualTo(405_504);
      assertThat(bank.stage().count(Action.CELL_READ)).isEqualTo(405_504);
      assertThat(bank.stage().count(Action.ROW_ACTIVATION)).isEqualTo(297);
    }
  }

  @Test
  void aResetWithoutARoundIsRefused() {
    assertThatThrownBy(() -> new SensedReset(0))
        .hasMessage("rounds of reset must be between 1 and 64, but was 0");
  }
}
