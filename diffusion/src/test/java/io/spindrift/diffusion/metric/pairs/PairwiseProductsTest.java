package io.spindrift.diffusion.metric.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.diffusion.metric.FeatureMatrix;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairwiseProductsTest {
  /** Sizes around the edges of tiles (4 rows, 4 to 16 columns), blocks (128) and tasks (256). */
  @ParameterizedTest
  @CsvSource({"1, 1, 1", "3, 5, 2", "4, 16, 7", "5, 17, 64", "255, 127, 3", "257, 129, 5"})
  void vectorsAndThePlainLoopGiveTheSameBits(int rows, int columns, int features) {
    FeatureMatrix a = Clouds.normal(1, rows, features, 0.5);
    FeatureMatrix b = Clouds.normal(2, columns, features, -0.5);
    double[] plain = all(new PairwiseProducts(a, b, ScalarTile.INSTANCE), rows, columns, 1);
    assertThat(all(new PairwiseProducts(a, b), rows, columns, 1)).isEqualTo(plain);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        assertThat(plain[i * columns + j]).isCloseTo(Clouds.product(a, i, b, j), within(1e-12));
      }
    }
  }

  @Test
  void threadsDoNotChangeAnyBitAndEveryBlockComesOnce() {
    FeatureMatrix a = Clouds.normal(1, 600, 11, 0);
    FeatureMatrix b = Clouds.normal(2, 300, 11, 0);
    double[] one = all(new PairwiseProducts(a, b), 600, 300, 1);
    assertThat(all(new PairwiseProducts(a, b), 600, 300, 3)).isEqualTo(one);
    assertThat(all(new PairwiseProducts(a, b), 600, 300, 8)).isEqualTo(one);
  }

  @Test
  void setsOfDifferentFeaturesAreRefused() {
    assertThatThrownBy(
            () -> new PairwiseProducts(Clouds.normal(1, 2, 3, 0), Clouds.normal(1, 2, 4, 0)))
        .hasMessageContaining("equally many features");
  }

  private static double[] all(PairwiseProducts products, int rows, int columns, int threads) {
    double[] all = new double[rows * columns];
    try (Workers workers = new Workers(threads)) {
      products.forEach(
          workers,
          Progress.NONE,
          (row, height, column, width, block) -> {
            for (int r = 0; r < height; r++) {
              for (int c = 0; c < width; c++) {
                all[(row + r) * columns + column + c] += block[r * PairwiseProducts.COLUMNS + c];
              }
            }
          });
    }
    return all;
  }
}
