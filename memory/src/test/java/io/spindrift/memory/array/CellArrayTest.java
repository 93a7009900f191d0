package io.spindrift.memory.array;

import static io.spindrift.device.MagneticState.ANTIPARALLEL;
import static io.spindrift.device.MagneticState.PARALLEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows are set, copied, filled, toggled and counted exactly. */
class CellArrayTest {
  private static final int ROWS = 300;
  private static final int COLUMNS = 192;

  private static CellArray array() {
    CellArray array =
        new CellArray(new ArrayShape(ROWS, COLUMNS), CellKinds.nominal(), CellFaults.NONE);
    for (int row = 0; row < ROWS; row++) {
      array.setRow(row, content(row), 2);
    }
    return array;
  }

  /** Two words to skip and the three of a row. */
  private static long[] content(int row) {
    long[] words = new long[5];
    RandomWords.open(StreamKey.root(51).at(row)).fill(words, 0, 5);
    return words;
  }

  private static long[] row(CellArray array, int row) {
    long[] words = new long[3];
    array.copyRow(row, words, 0);
    return words;
  }

  private static long[] wanted(int row) {
    return Arrays.copyOfRange(content(row), 2, 5);
  }

  @Test
  void aNewArrayIsParallel() {
    CellArray array = new CellArray(new ArrayShape(2, 64), CellKinds.nominal(), CellFaults.NONE);
    assertThat(array.state(1, 63)).isEqualTo(PARALLEL);
    assertThat(array.wear(1)).isZero();
  }

  @Test
  void aCellIsTheBitOfItsColumn() {
    CellArray array = array();
    for (int column = 0; column < COLUMNS; column++) {
      long bit = wanted(17)[column / 64] >>> column & 1;
      assertThat(array.state(17, column)).isEqualTo(bit == 1 ? ANTIPARALLEL : PARALLEL);
    }
  }

  @Test
  void togglingTwiceRestoresARowAndTouchesNoOther() {
    CellArray array = array();
    long[] mask = {-1L, 0, 0x5555L};
    array.xorRow(9, mask);
    assertThat(row(array, 9)).containsExactly(~wanted(9)[0], wanted(9)[1], wanted(9)[2] ^ 0x5555L);
    assertThat(row(array, 8)).isEqualTo(wanted(8));
    assertThat(row(array, 10)).isEqualTo(wanted(10));
    array.xorRow(9, mask);
    assertThat(row(array, 9)).isEqualTo(wanted(9));
    assertThatThrownBy(() -> array.xorRow(9, new long[2]))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(row(array, 9)).isEqualTo(wanted(9));
  }

  @ParameterizedTest
  @CsvSource({"0, 300", "17, 18", "255, 299", "4, 4"})
  void filledRowsAreOfOneStateAndTheOthersStay(int from, int to) {
    CellArray array = array();
    array.fill(from, to, ANTIPARALLEL);
    for (int row = 0; row < ROWS; row++) {
      boolean filled = row >= from && row < to;
      assertThat(row(array, row)).isEqualTo(filled ? new long[] {-1, -1, -1} : wanted(row));
    }
    array.fill(from, to, PARALLEL);
    try (Workers workers = new Workers(2)) {
      assertThat(array.countOnes(from, to, workers)).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 100, 200", "0, 100, 1", "50, 100, 0", "7, 7, 300"})
  void copiedRowsAreTheOldOnesEvenWhereTheyOverlap(int from, int to, int into) {
    CellArray array = array();
    array.copyRows(from, to, into);
    for (int row = 0; row < ROWS; row++) {
      boolean copied = row >= into && row < into + to - from;
      assertThat(row(array, row)).isEqualTo(wanted(copied ? row - into + from : row));
    }
    long[] out = new long[1 + 3 * (to - from)];
    array().copyRows(from, to, out, 1);
    for (int row = from; row < to; row++) {
      assertThat(out[1 + 3 * (row - from)]).isEqualTo(wanted(row)[0]);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 300", "3, 0, 300", "8, 0, 300", "3, 13, 299", "2, 5, 5"})
  void onesAreCountedByAnyNumberOfThreads(int threads, int from, int to) {
    long expected = 0;
    for (int row = from; row < to; row++) {
      for (long word : wanted(row)) {
        expected += Long.bitCount(word);
      }
    }
    try (Workers workers = new Workers(threads)) {
      assertThat(array().countOnes(from, to, workers)).isEqualTo(expected);
    }
  }

  /** Rest and reading flip cells without a pulse, so a flip alone wears nothing. */
  @Test
  void wearIsThePulsesThatWereAdded() {
    CellArray array = array();
    array.flip(3, null, FlipTable.uniform(0.5), RandomWords.open(StreamKey.root(1)));
    assertThat(array.wear(3)).isZero();
    array.addWear(3, 2);
    array.addWear(2, 4, 5L);
    assertThat(array.wear(1)).isZero();
    assertThat(array.wear(2)).isEqualTo(5);
    assertThat(array.wear(3)).isEqualTo(7);
    assertThat(array.wear(4)).isZero();
    assertThatThrownBy(() -> array.addWear(3, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pulses must be at least 0, but was -1");
  }

  @Test
  void rowsThatAreNotThereAreRefused() {
    CellArray array = array();
    try (Workers workers = new Workers(1)) {
      assertThatThrownBy(() -> array.countOnes(0, ROWS + 1, workers))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
    assertThatThrownBy(() -> array.fill(5, 4, PARALLEL))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> array.copyRows(0, 2, ROWS - 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> array.wear(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> array.state(0, COLUMNS)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @ParameterizedTest
  @CsvSource({"0, 64", "1, 0", "-1, 64", "1, 65", "2147483647, 2147483584"})
  void impossibleShapesAreRefused(int rows, int columns) {
    assertThatThrownBy(() -> new ArrayShape(rows, columns))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(" must be ");
  }

  @Test
  void anArrayOfABillionCellsHasAShape() {
    ArrayShape shape = new ArrayShape(1 << 18, 1 << 12);
    assertThat(shape.cells()).isEqualTo(1L << 30);
    assertThat(shape.words()).isEqualTo(1 << 24);
  }
}
