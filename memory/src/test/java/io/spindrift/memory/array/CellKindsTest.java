package io.spindrift.memory.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.DistributionAssert;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every cell is one of the kinds, decided by key and cell alone. */
class CellKindsTest {
  private static final StreamKey KEY = StreamKey.root(31);

  /** 2^18 cells over 256 kinds, chi-square at four sigma (3e-5). */
  @Test
  void kindsAreEquallyFrequent() {
    CellKinds kinds = new CellKinds(256, KEY);
    long[] counts = new long[256];
    for (long cell = 0; cell < 1 << 18; cell++) {
      counts[kinds.kind(cell)]++;
    }
    double[] expected = new double[256];
    Arrays.fill(expected, 1 << 10);
    DistributionAssert.chiSquare(counts, expected, 4);
  }

  /** Pairs at some distances over 16 x 16 kinds, chi-square at four sigma (3e-5 each). */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 31, 32, 64, 4096, 1L << 32})
  void kindsOfTwoCellsAreIndependent(long distance) {
    CellKinds kinds = new CellKinds(16, KEY);
    long[] counts = new long[256];
    for (long cell = 0; cell < 1 << 17; cell++) {
      counts[16 * kinds.kind(cell) + kinds.kind(cell + distance)]++;
    }
    double[] expected = new double[256];
    Arrays.fill(expected, 1 << 9);
    DistributionAssert.chiSquare(counts, expected, 4);
  }

  @Test
  void theKindOfACellDoesNotDependOnTheShape() {
    CellKinds kinds = new CellKinds(64, KEY);
    CellArray flat = new CellArray(new ArrayShape(1, 4096), kinds, CellFaults.NONE);
    CellArray tall = new CellArray(new ArrayShape(64, 64), kinds, CellFaults.NONE);
    FlipTable odd = FlipTable.of(kinds, (k, from) -> k % 2 == 0 ? 0.0 : 1.0);
    try (Workers workers = new Workers(1)) {
      flat.flip(0, 1, odd, KEY, workers);
      tall.flip(0, 64, odd, KEY, workers);
    }
    long[] wide = new long[64];
    long[] high = new long[64];
    flat.copyRow(0, wide, 0);
    tall.copyRows(0, 64, high, 0);
    assertThat(high).isEqualTo(wide);
  }

  @Test
  void anotherKeyGivesOtherKinds() {
    CellKinds one = new CellKinds(65_536, KEY);
    CellKinds other = new CellKinds(65_536, StreamKey.root(32));
    int equal = 0;
    for (long cell = 0; cell < 1000; cell++) {
      equal += one.kind(cell) == other.kind(cell) ? 1 : 0;
    }
    assertThat(equal).isLessThan(5);
  }

  @Test
  void withOneKindEveryCellIsTheNominalJunction() {
    CellKinds nominal = CellKinds.nominal();
    assertThat(nominal.kind(123)).isZero();
    assertThat(nominal.deviceIndex(0)).isEqualTo(-1);
    assertThat(new CellKinds(4, KEY).deviceIndex(3)).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 0, -4, 131_072})
  void otherNumbersAreRefused(int count) {
    assertThatThrownBy(() -> new CellKinds(count, KEY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("kinds of cells must be");
  }
}
