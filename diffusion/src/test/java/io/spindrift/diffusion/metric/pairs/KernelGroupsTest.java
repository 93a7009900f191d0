package io.spindrift.diffusion.metric.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.diffusion.metric.FeatureMatrix;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.DistributionAssert;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KernelGroupsTest {
  private final StreamKey key = StreamKey.root(31);

  /** Group g of n images in m groups holds the images from g n / m to (g + 1) n / m. */
  @Test
  void aReplicateIsTheDistanceOfTheImagesOfHalfTheGroupsOfEitherSet() {
    FeatureMatrix a = Clouds.normal(1, 230, 3, 0);
    FeatureMatrix b = Clouds.normal(2, 61, 3, 0.5);
    try (Workers workers = new Workers(2)) {
      KernelGroups groups = new KernelGroups(a, b, key, workers, Progress.NONE);
      for (int r = 0; r < 3; r++) {
        StreamKey replicate = key.purpose("replicate").at(r);
        FeatureMatrix x = a.select(half(230, key.at(0), replicate.at(0), 100, 50));
        FeatureMatrix y = b.select(half(61, key.at(1), replicate.at(1), 61, 31));
        assertThat(groups.half(replicate)).isCloseTo(distance(x, y), within(1e-11));
      }
    }
  }

  private static int[] half(int images, StreamKey deal, StreamKey draw, int groups, int taken) {
    int[] dealt = KernelGroups.order(images, images, deal.open());
    return Arrays.stream(KernelGroups.order(groups, taken, draw.open()))
        .flatMap(g -> IntStream.range(g * images / groups, (g + 1) * images / groups))
        .map(i -> dealt[i])
        .toArray();
  }

  private static double distance(FeatureMatrix x, FeatureMatrix y) {
    return inside(x) + inside(y) - 2 * sum(x, y) / ((double) x.rows() * y.rows());
  }

  private static double inside(FeatureMatrix x) {
    double own = 0;
    for (int i = 0; i < x.rows(); i++) {
      own += kernel(x, i, x, i);
    }
    return (sum(x, x) - own) / (x.rows() * (x.rows() - 1.0));
  }

  private static double sum(FeatureMatrix x, FeatureMatrix y) {
    double sum = 0;
    for (int i = 0; i < x.rows(); i++) {
      for (int j = 0; j < y.rows(); j++) {
        sum += kernel(x, i, y, j);
      }
    }
    return sum;
  }

  private static double kernel(FeatureMatrix x, int i, FeatureMatrix y, int j) {
    return Math.pow(Clouds.product(x, i, y, j) / x.features() + 1, 3);
  }

  /** 6,000 drawn orders of three; false alarm 7e-6 at 4.5 sigmas. */
  @Test
  void everyOrderIsEquallyLikely() {
    long[] counts = new long[6];
    for (int draw = 0; draw < 6000; draw++) {
      int[] order = KernelGroups.order(3, 3, key.at(draw).open());
      assertThat(order).containsExactlyInAnyOrder(0, 1, 2);
      counts[2 * order[0] + (order[1] > order[2] ? 1 : 0)]++;
    }
    DistributionAssert.uniform(counts, 4.5);
  }
}
