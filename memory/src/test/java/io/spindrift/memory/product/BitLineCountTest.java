package io.spindrift.memory.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.memory.array.ArrayShape;
import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.CellFaults;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.DistributionAssert;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BitLineCountTest {
  private static final StreamKey KEY = StreamKey.root(5).purpose("bit-line count");

  private final Ledger.Stage stage = new Ledger().stage("count");

  /** Column c stores pattern c, one bit per row from row {@code first} on. */
  private static CellArray patterns(int first, int rows, int columns) {
    CellArray array =
        new CellArray(new ArrayShape(first + rows, columns), CellKinds.nominal(), CellFaults.NONE);
    long[] row = new long[columns / 64];
    for (int i = 0; i < rows; i++) {
      Arrays.fill(row, 0);
      for (int column = 0; column < columns; column++) {
        row[column / 64] |= (long) ((column >> i) & 1) << (column % 64);
      }
      array.setRow(first + i, row, 0);
    }
    return array;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6, 7, 10})
  void alikeCellsAreCountedExactlyForEveryPattern(int rows) {
    int columns = Math.max(64, 1 << rows);
    CellArray array = patterns(2, rows, columns);
    int bits = 32 - Integer.numberOfLeadingZeros(rows);
    for (double ratio : new double[] {1.3, 2.7, Double.POSITIVE_INFINITY}) {
      BitLineCount count = new BitLineCount(SpreadConductances.alike(ratio), rows, bits, 0);
      double[] counts = count.count(array, 2, KEY, stage);
      for (int column = 0; column < columns; column++) {
        assertThat(counts[column]).isEqualTo(Integer.bitCount(column & ((1 << rows) - 1)));
      }
      for (int ones = 0; ones <= rows; ones++) {
        assertThat(count.wrongProbability(ones)).isZero();
        assertThat(count.error(ones)).isZero();
      }
    }
  }

  @Test
  void actionsAreCounted() {
    new BitLineCount(SpreadConductances.alike(2), 5, 3, 0)
        .count(patterns(0, 5, 128), 0, KEY, stage);
    assertThat(stage.count(Action.ROW_ACTIVATION)).isEqualTo(5);
    assertThat(stage.count(Action.LINE_DRIVE)).isEqualTo(128);
    assertThat(stage.count(Action.CELL_CURRENT)).isEqualTo(5 * 128);
    assertThat(stage.count(Action.CONVERSION_STEP)).isEqualTo(128 * 8);
  }

  /** Two bits for five counts: levels 0, 5/3, 10/3, 5, rounded to 0, 2, 3, 5. */
  @Test
  void aConverterWithTooFewLevelsMissesCountsForCertain() {
    BitLineCount count = new BitLineCount(SpreadConductances.alike(2), 5, 2, 0);
    double[] wrong = new double[6];
    Arrays.setAll(wrong, count::wrongProbability);
    assertThat(wrong).containsExactly(0, 1, 0, 0, 1, 0);
    assertThat(count.error(1)).isCloseTo(4 / 9.0, within(1e-12));
  }

  /**
   * 65,536 columns, each with its own cells: error within 4.5 sigma, false alarm 7e-6; wrong counts
   * within 4.5 binomial sigma.
   */
  @ParameterizedTest
  @CsvSource({"16, 5, 0.05, 0, 4", "16, 5, 0.1, 0.2, 12", "32, 4, 0.02, 0.4, 9", "9, 4, 0.2, 0, 0"})
  void errorsFollowTheClosedForm(int rows, int bits, double spread, double noise, int ones) {
    int columns = 1 << 16;
    CellArray array =
        new CellArray(new ArrayShape(rows, columns), CellKinds.nominal(), CellFaults.NONE);
    long[] up = new long[columns / 64];
    Arrays.fill(up, -1);
    for (int i = 0; i < ones; i++) {
      array.setRow(i, up, 0);
    }
    BitLineCount count =
        new BitLineCount(
            new SpreadConductances(1e-4, 2, SpreadLaw.NORMAL, spread, KEY), rows, bits, noise);
    double[] answers = count.count(array, 0, KEY.purpose("noise"), stage);
    double[] squares = Arrays.stream(answers).map(a -> (a - ones) * (a - ones)).toArray();
    DistributionAssert.mean(squares, count.error(ones), 4.5);
    long wrong = Arrays.stream(answers).filter(a -> Math.floor(a + 0.5) != ones).count();
    DistributionAssert.binomial(wrong, columns, count.wrongProbability(ones), 4.5);
  }

  @Test
  void theAnalogueErrorIsThatOfAHandCalculation() {
    BitLineCount count =
        new BitLineCount(new SpreadConductances(1, 2, SpreadLaw.NORMAL, 0.1, KEY), 10, 4, 0.3);
    // In counts of G_P/2, a P cell varies by 0.2 and an AP cell by 0.1.
    assertThat(count.analogueSigma(4))
        .isCloseTo(Math.sqrt(6 * 0.04 + 4 * 0.01 + 0.09), within(1e-12));
  }

  @Test
  void rowsOutsideTheArrayAreRefused() {
    BitLineCount count = new BitLineCount(SpreadConductances.alike(2), 5, 3, 0);
    assertThatThrownBy(() -> count.count(patterns(0, 4, 64), 0, KEY, stage))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> count.analogueSigma(6)).hasMessageContaining("between 0 and 5");
    assertThatThrownBy(() -> new BitLineCount(SpreadConductances.alike(2), 0, 3, 0))
        .hasMessageContaining("rows of a count");
  }
}
