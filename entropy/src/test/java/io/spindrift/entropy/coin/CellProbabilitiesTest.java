package io.spindrift.entropy.coin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CellProbabilitiesTest {
  /** 64 probabilities that try the comparison: ends, dyadic, tiny, repeating, random. */
  static double[] awkward() {
    double[] p = new double[64];
    RandomStream stream = StreamKey.root(11).open();
    Arrays.setAll(p, i -> stream.nextDouble());
    p[0] = 0;
    p[1] = 1;
    p[2] = 0.5;
    p[3] = 1.0 / 3;
    p[4] = Math.nextDown(1.0);
    p[5] = 0x1p-64;
    p[6] = 0.75;
    p[7] = 1e-3;
    return p;
  }

  @Test
  void slicedComparisonEqualsComparingEachFractionWithItsThreshold() {
    double[] p = awkward();
    CellProbabilities cells = CellProbabilities.of(p, 64);
    for (int block = 0; block < 2000; block++) {
      StreamKey key = StreamKey.root(12).at(block);
      RandomStream digits = key.open();
      long[] planes = new long[64];
      Arrays.setAll(planes, k -> digits.nextLong());
      long expected = 0;
      for (int c = 0; c < 64; c++) {
        BigInteger fraction = BigInteger.ZERO;
        for (int k = 0; k < 64; k++) {
          fraction = fraction.shiftLeft(1).add(BigInteger.valueOf((planes[k] >>> c) & 1));
        }
        BigInteger threshold =
            new BigDecimal(p[c]).multiply(new BigDecimal(BigInteger.TWO.pow(64))).toBigInteger();
        expected |= (fraction.compareTo(threshold) < 0 ? 1L : 0L) << c;
      }
      assertThat(cells.draw(0, key.open())).isEqualTo(expected);
    }
  }

  @Test
  void everyCellSwitchesWithItsOwnProbability() {
    // 64 cells, 200,000 pulses each; 4.5 sigma each: false alarm 64 x 6.8e-6 = 4e-4.
    double[] p = awkward();
    CellProbabilities cells = CellProbabilities.of(p, 64);
    RandomStream stream = StreamKey.root(13).open();
    int pulses = 200_000;
    int[] switched = new int[64];
    for (int i = 0; i < pulses; i++) {
      long word = cells.draw(0, stream);
      for (int c = 0; c < 64; c++) {
        switched[c] += (int) (word >>> c) & 1;
      }
    }
    for (int c = 0; c < 64; c++) {
      double sigma = Math.sqrt(pulses * p[c] * (1 - p[c]));
      assertThat(switched[c] - pulses * p[c])
          .as("cell %d", c)
          .isBetween(-4.5 * sigma - 1e-9, 4.5 * sigma + 1e-9);
    }
  }

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
