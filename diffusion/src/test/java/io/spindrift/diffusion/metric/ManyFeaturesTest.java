package io.spindrift.diffusion.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import org.junit.jupiter.api.Test;

class ManyFeaturesTest {
  @Test
  void fewImagesOfManyFeaturesHaveADistanceAndAnInterval() {
    int features = 2048;
    StreamKey key = StreamKey.root(5);
    FrechetInterval found =
        FrechetInterval.of(images(features, key.at(1)), images(features, key.at(2)), key);
    assertThat(FrechetInterval.replicates(features)).isEqualTo(12);
    assertThat(found.value()).isFinite().isPositive();
    assertThat(found.low()).isBetween(0.0, found.value());
    assertThat(found.high()).isFinite().isGreaterThan(found.value());
  }

  private static FeatureSums images(int features, StreamKey key) {
    FeatureSums sums = new FeatureSums(features, key);
    RandomStream random = key.open();
    float[] row = new float[features];
    for (int image = 0; image < 24; image++) {
      for (int f = 0; f < features; f++) {
        row[f] = (float) random.nextDouble();
      }
      sums.add(row, 1);
    }
    return sums;
  }
}
