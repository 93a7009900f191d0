package io.spindrift.entropy.coin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.numerics.random.StreamKey;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CellProbabilitiesTest {
  @Test
  void meanAndSpreadAreThoseOfTheCells() {
    double[] p = new double[128];
    Arrays.setAll(p, i -> i < 64 ? 0.4 : 0.6);
    CellProbabilities cells = CellProbabilities.of(p, 64);
    assertThat(cells.mean()).isCloseTo(0.5, within(1e-12));
    assertThat(cells.spread()).isCloseTo(0.1, within(1e-12));
    assertThat(cells.rows()).isEqualTo(2);
  }

  @Test
  void blocksAreSpreadEvenlyOverTheRows() {
    // 16 rows, 16,000 blocks: chi-square with 15 degrees of freedom exceeds 44.3 once in 10,000.
    CellProbabilities cells = CellProbabilities.of(new double[16 * 64], 64);
    int[] visits = new int[16];
    for (int i = 0; i < 16_000; i++) {
      visits[cells.firstRow(StreamKey.root(3).at(i))]++;
    }
    double chiSquare = Arrays.stream(visits).mapToDouble(v -> (v - 1e3) * (v - 1e3) / 1e3).sum();
    assertThat(chiSquare).isLessThan(44.3);
  }

  @Test
  void refusesAProbabilityThatIsNone() {
    double[] p = new double[64];
    p[9] = Double.NaN;
    assertThatThrownBy(() -> CellProbabilities.of(p, 64))
        .hasMessageStartingWith("probability of cell 9 must be between 0 and 1");
    assertThatThrownBy(() -> CellProbabilities.of(new double[64], 100))
        .hasMessageContaining("multiple of 64");
    assertThatThrownBy(() -> CellProbabilities.of(new double[65], 64))
        .hasMessageContaining("whole rows");
  }
}
