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
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.testkit.DistributionAssert;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class StochasticPulseTest {
  private static final FlipTable LOPSIDED = FlipTable.asymmetric(0.3, 0.12);
  private static final Workers ONE = new Workers(1);

  @AfterAll
  static void stopThreads() {
    ONE.close();
  }

  private static List<long[]> rows(Bank bank) {
    List<long[]> rows = new ArrayList<>();
    for (int row = 0; row < bank.array().shape().rows(); row++) {
      rows.add(Rows.row(bank, row));
    }
    return rows;
  }

  /** The array after an operation, which must not depend on the number of threads. */
  private static List<long[]> forAnyThreads(BiConsumer<StochasticPulse, Workers> operation) {
    List<long[]> expected = List.of();
    Map<Action, Long> counts = Map.of();
    for (int threads : new int[] {1, 3, 8}) {
      Bank bank = Rows.perfect(150, 2048);
      try (Workers workers = new Workers(threads)) {
        operation.accept(new StochasticPulse(bank, LOPSIDED), workers);
      }
      if (threads == 1) {
        expected = rows(bank);
        counts = Rows.counts(bank);
      }
      for (int row = 0; row < 150; row++) {
        assertThat(Rows.row(bank, row)).isEqualTo(expected.get(row));
      }
      assertThat(Rows.counts(bank)).isEqualTo(counts);
    }
    return expected;
  }

  @Test
  void aRangeOfRowsIsPulsedAlikeForAnyNumberOfThreadsAndNothingElseIs() {
    List<long[]> after = forAnyThreads((pulse, workers) -> pulse.apply(3, 140, Rows.KEY, workers));
    for (int row = 0; row < 150; row++) {
      assertThat(Rows.ones(after.get(row)) > 0).isEqualTo(row >= 3 && row < 140);
    }
  }

  @Test
  void aListOfRowsIsPulsedAlikeForAnyNumberOfThreadsAndNothingElseIs() {
    int[] odd = IntStream.range(0, 75).map(i -> 2 * i + 1).toArray();
    List<long[]> after = forAnyThreads((pulse, workers) -> pulse.apply(odd, Rows.KEY, workers));
    for (int row = 0; row < 150; row++) {
      assertThat(Rows.ones(after.get(row)) > 0).isEqualTo(row % 2 == 1);
    }
    // Rows have bits of their own: two of 2,048 cells with 615 expected ones are never alike.
    assertThat(IntStream.of(odd).mapToObj(row -> Arrays.toString(after.get(row))))
        .doesNotHaveDuplicates();
  }

  @Test
  void aSetOfRowsIsTheListOfItsRows() {
    BitSet set = new BitSet();
    set.set(4);
    set.set(9);
    Bank bySet = Rows.perfect(10, 256);
    Bank byList = Rows.perfect(10, 256);
    new StochasticPulse(bySet, LOPSIDED).apply(set, Rows.KEY, ONE);
    new StochasticPulse(byList, LOPSIDED).apply(new int[] {4, 9}, Rows.KEY, ONE);
    for (int row = 0; row < 10; row++) {
      assertThat(Rows.row(bySet, row)).isEqualTo(Rows.row(byList, row));
    }
    assertThat(Rows.ones(Rows.row(bySet, 9))).isPositive();
    assertThat(Rows.counts(bySet))
        .isEqualTo(Map.of(Action.COIN_PULSE, 512L, Action.ROW_ACTIVATION, 2L));
    assertThat(IntStream.range(0, 10).filter(row -> bySet.array().wear(row) == 1))
        .containsExactly(4, 9);
  }

  @Test
  void aRangeCountsEveryCellAndWearsEveryRowOnce() {
    Bank bank = Rows.perfect(10, 256);
    new StochasticPulse(bank, LOPSIDED).apply(2, 7, Rows.KEY, ONE);
    assertThat(Rows.counts(bank))
        .isEqualTo(Map.of(Action.COIN_PULSE, 1280L, Action.ROW_ACTIVATION, 5L));
    assertThat(IntStream.range(0, 10).filter(row -> bank.array().wear(row) == 1))
        .containsExactly(2, 3, 4, 5, 6);
  }

  @Test
  void aListOutOfOrderOrOutsideIsRefusedBeforeAnyPulse() {
    Bank bank = Rows.perfect(10, 64);
    StochasticPulse pulse = new StochasticPulse(bank, LOPSIDED);
    for (int[] rows : new int[][] {{1, 1}, {2, 1}, {1, 10}, {-1, 3}}) {
      assertThatThrownBy(() -> pulse.apply(rows, Rows.KEY, ONE))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith(
              "rows must be different, in rising order and below 10, but place");
    }
    assertThat(Rows.counts(bank)).isEmpty();
  }

  @Test
  void theShareOfOnesFollowsTheChainFromPulseToPulse() {
    Bank bank = Rows.perfect(64, 4096);
    StochasticPulse pulse = new StochasticPulse(bank, LOPSIDED);
    for (int n = 1; n <= 8; n++) {
      pulse.apply(0, 64, Rows.KEY.at(n), ONE);
      long ones = rows(bank).stream().mapToLong(Rows::ones).sum();
      // 262,144 independent cells; 4.5 sigma eight times: false alarm 6e-5.
      DistributionAssert.binomial(ones, 1 << 18, pulse.shareOfOnes(0, n), 4.5);
    }
    assertThat(pulse.shareOfOnes(1, 1)).isEqualTo(0.88);
    assertThat(pulse.shareOfOnes(0.25, 1000)).isEqualTo(0.3 / 0.42);
  }

  @Test
  void theShareOfOnesIsThatOfOneStepAfterAnotherAlsoWhenMostCellsFlip() {
    for (double[] flips : new double[][] {{0.3, 0.12}, {0.9, 0.8}, {1, 0.4}, {1, 1}, {0, 0}}) {
      StochasticPulse pulse =
          new StochasticPulse(Rows.perfect(1, 64), FlipTable.asymmetric(flips[0], flips[1]));
      double share = 0.2;
      for (int n = 0; n <= 6; n++) {
        assertThat(pulse.shareOfOnes(0.2, n)).isCloseTo(share, within(1e-14));
        share = (1 - share) * flips[0] + share * (1 - flips[1]);
      }
    }
  }

  @Test
  void theSwitchingModelDecidesForEachKindAndState() {
    CellKinds kinds = new CellKinds(2, Rows.KEY);
    // A model in which the junction's index and state show in the probability.
    FlipTable table =
        FlipTable.of(
            kinds, (device, from) -> 0.1 + 0.2 * device + (from.symbol().equals("AP") ? 0.4 : 0));
    Bank bank =
        Rows.bank(
            new CellArray(new ArrayShape(1, 1 << 18), kinds, CellFaults.NONE),
            RowReader.IDEAL,
            Rows.PERFECT);
    StochasticPulse pulse = new StochasticPulse(bank, table);
    assertThat(pulse.shareOfOnes(0, 1)).isEqualTo(table.mean(MagneticState.PARALLEL));
    long[] flipped = new long[4];
    long[] cells = new long[4];
    for (int state = 0; state < 2; state++) {
      Rows.fill(bank, 0, -state);
      pulse.apply(0, null, Rows.random(20 + state));
      long[] after = Rows.row(bank, 0);
      for (int cell = 0; cell < 1 << 18; cell++) {
        int of = 2 * state + kinds.kind(cell);
        cells[of]++;
        flipped[of] += state ^ (after[cell / 64] >>> (cell % 64) & 1);
      }
    }
    for (int of = 0; of < 4; of++) {
      // 131,000 cells each; 4.5 sigma four times: false alarm 3e-5.
      DistributionAssert.binomial(flipped[of], cells[of], 0.1 + 0.2 * of, 4.5);
    }
  }
}
