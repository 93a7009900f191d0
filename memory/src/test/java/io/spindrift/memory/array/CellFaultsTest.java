package io.spindrift.memory.array;

import static io.spindrift.device.MagneticState.ANTIPARALLEL;
import static io.spindrift.device.MagneticState.PARALLEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.DistributionAssert;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stuck cells come in their shares and never change. */
class CellFaultsTest {
  private static final StreamKey KEY = StreamKey.root(41);
  private static final ArrayShape SHAPE = new ArrayShape(64, 1024);

  private static long[] ofRow(long[] words, CellFaults faults, int row) {
    long[] held = new long[words.length];
    faults.masks(row, words, held);
    return held;
  }

  /** 2^20 cells, in rows of 1024; three binomial counts at four sigma (6.3e-5 each). */
  @ParameterizedTest
  @CsvSource({"1e-4, 0", "1e-3, 2e-3", "0, 0.02", "0.3, 0.1", "0.25, 0.75", "1, 0", "0, 1"})
  void theSharesAreThoseThatWereAskedFor(double parallel, double antiparallel) {
    CellFaults faults = new CellFaults(parallel, antiparallel, KEY);
    long down = 0;
    long up = 0;
    long first = 0;
    for (int row = 0; row < 1024; row++) {
      long[] stuck = new long[16];
      long[] held = ofRow(stuck, faults, row);
      for (int i = 0; i < 16; i++) {
        assertThat(held[i] & ~stuck[i]).isZero();
        up += Long.bitCount(held[i]);
        down += Long.bitCount(stuck[i] & ~held[i]);
      }
      first += stuck[0] & 1;
    }
    DistributionAssert.binomial(down, 1 << 20, parallel, 4);
    DistributionAssert.binomial(up, 1 << 20, antiparallel, 4);
    DistributionAssert.binomial(first, 1024, parallel + antiparallel, 4);
  }

  /** Neighbours are stuck independently: 2^20 pairs at a share of 0.4, four sigma. */
  @Test
  void neighboursAreStuckIndependently() {
    CellFaults faults = new CellFaults(0.1, 0.3, KEY);
    long both = 0;
    for (int row = 0; row < 1024; row++) {
      long[] stuck = new long[17];
      ofRow(stuck, faults, row);
      for (int i = 0; i < 16; i++) {
        both += Long.bitCount(stuck[i] & (stuck[i] >>> 1 | stuck[i + 1] << 63));
      }
    }
    DistributionAssert.binomial(both, 1 << 20, 0.16, 4);
  }

  @Test
  void aStuckCellDoesNotDependOnTheColumnsOfTheArray() {
    CellFaults faults = new CellFaults(0.01, 0.02, KEY);
    long[] narrow = new long[2];
    long[] wide = new long[64];
    ofRow(narrow, faults, 7);
    ofRow(wide, faults, 7);
    assertThat(wide).startsWith(narrow);
  }

  @Test
  void anArrayOfManyRowsHoldsTheStuckCellsOfEach() {
    CellFaults faults = new CellFaults(0, 0.05, KEY);
    ArrayShape shape = new ArrayShape(5000, 64);
    CellArray array = new CellArray(shape, CellKinds.nominal(), faults);
    long[] stuck = new long[1];
    long[] held = new long[1];
    long[] row = new long[1];
    for (int r = 0; r < shape.rows(); r++) {
      faults.masks(r, stuck, held);
      array.copyRow(r, row, 0);
      assertThat(row).as("row %s", r).isEqualTo(held);
    }
  }

  /** Every way to change an array, on one whose stuck cells are known. */
  @Test
  void stuckCellsStayWhateverIsDoneToThem() {
    CellFaults faults = new CellFaults(0.02, 0.03, KEY);
    CellKinds kinds = new CellKinds(4, KEY);
    CellArray array = new CellArray(SHAPE, kinds, faults);
    expectHeld(array);
    long[] ones = new long[16];
    Arrays.fill(ones, -1L);
    try (Workers workers = new Workers(3)) {
      array.flip(0, 64, FlipTable.uniform(1), KEY, workers);
      expectHeld(array);
      array.flip(0, 64, FlipTable.of(kinds, (k, from) -> 0.2 * k), KEY, workers);
    }
    expectHeld(array);
    array.fill(0, 64, ANTIPARALLEL);
    expectHeld(array);
    array.fill(0, 64, PARALLEL);
    expectHeld(array);
    array.copyRows(0, 32, 16);
    expectHeld(array);
    for (int row = 0; row < 64; row++) {
      array.xorRow(row, ones);
      array.flip(row, ones, FlipTable.uniform(0.5), RandomWords.open(KEY));
    }
    expectHeld(array);
    for (int row = 0; row < 64; row++) {
      array.setRow(row, new long[16], 0);
    }
    expectHeld(array);
  }

  private static void expectHeld(CellArray array) {
    int held = 0;
    for (int row = 0; row < SHAPE.rows(); row++) {
      long[] stuck = new long[16];
      long[] up = ofRow(stuck, array.faults(), row);
      long[] states = new long[16];
      array.copyRow(row, states, 0);
      for (int i = 0; i < 16; i++) {
        assertThat(states[i] & stuck[i]).as("row %s, word %s", row, i).isEqualTo(up[i]);
        held += Long.bitCount(stuck[i]);
      }
    }
    assertThat(held).isGreaterThan(2500);
  }

  /** A sound cell is as free as in an array without faults. */
  @Test
  void soundCellsDoNotNotice() {
    CellFaults faults = new CellFaults(0.02, 0.03, KEY);
    CellArray some = new CellArray(SHAPE, CellKinds.nominal(), faults);
    CellArray none = new CellArray(SHAPE, CellKinds.nominal(), CellFaults.NONE);
    RandomWords first = RandomWords.open(KEY);
    RandomWords second = RandomWords.open(KEY);
    some.flip(3, null, FlipTable.uniform(0.25), first);
    none.flip(3, null, FlipTable.uniform(0.25), second);
    long[] stuck = new long[16];
    ofRow(stuck, faults, 3);
    long[] held = new long[16];
    long[] free = new long[16];
    some.copyRow(3, held, 0);
    none.copyRow(3, free, 0);
    for (int i = 0; i < 16; i++) {
      assertThat(held[i] & ~stuck[i]).isEqualTo(free[i] & ~stuck[i]);
    }
  }

  @Test
  void impossibleSharesAreRefused() {
    for (double[] shares :
        new double[][] {{-0.1, 0}, {0, 1.1}, {0.6, 0.5}, {Double.NaN, 0}, {0, Double.NaN}}) {
      assertThatThrownBy(() -> new CellFaults(shares[0], shares[1], KEY))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("share of cells stuck in");
    }
    assertThat(CellFaults.NONE.any()).isFalse();
    assertThat(new CellFaults(0, 1e-300, KEY).any()).isTrue();
    assertThat(new CellFaults(0, 1e-300, KEY).cells(KEY, new int[1024])).isZero();
  }
}
