package io.spindrift.diffusion.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.diffusion.metric.FidExtrapolation.Line;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FidExtrapolationTest {
  private final StreamKey key = StreamKey.root(3);

  @Test
  void theLineOfLeastSquaresPassesThroughExactPointsAndAveragesOthers() {
    assertThat(Line.through(new double[] {0.1, 0.2, 0.4}, new double[] {1.3, 1.6, 2.2}))
        .satisfies(
            line -> assertThat(line.intercept()).isCloseTo(1, within(1e-12)),
            line -> assertThat(line.slope()).isCloseTo(3, within(1e-12)));
    // Normal equations by hand: means 1 and 5 / 3, slope 3 / 2.
    Line fitted = Line.through(new double[] {0, 1, 2}, new double[] {0, 2, 3});
    assertThat(fitted.slope()).isCloseTo(1.5, within(1e-14));
    assertThat(fitted.intercept()).isCloseTo(5.0 / 3 - 1.5, within(1e-14));
  }

  @Test
  void theBiasOfFewSamplesFallsAway() {
    // Samples and reference of one distribution with 6 features: the true distance is 0. 40 trials
    // of 400 samples; the reference of 20,000 images has a bias of its own fifty times smaller.
    FeatureSums reference = FrechetDistanceTest.sample(77, 20_000, 6, 1);
    double[] plain = new double[40];
    double[] infinite = new double[40];
    for (int trial = 0; trial < plain.length; trial++) {
      FeatureSums samples = FrechetDistanceTest.sample(1000 + trial, 400, 6, 1);
      plain[trial] = FrechetDistance.between(samples.statistics(), reference.statistics());
      infinite[trial] =
          FidExtrapolation.line(samples, reference.statistics(), key.at(trial)).intercept();
    }
    double bias = Arrays.stream(plain).average().orElseThrow();
    double left = Arrays.stream(infinite).average().orElseThrow();
    // Expected bias to first order: d / N for the mean and d (d + 1) / 4 N for the covariance.
    assertThat(bias).isCloseTo((6 + 6 * 7 / 4.0) / 400, within(0.006));
    assertThat(Math.abs(left)).isLessThan(0.15 * bias);
  }

  @Test
  void theIntervalHoldsTheValueAndThreadsChangeNothing() {
    FeatureSums samples = FrechetDistanceTest.sample(1, 300, 3, 1.2);
    FeatureSums reference = FrechetDistanceTest.sample(2, 500, 3, 1);
    InfiniteFid one = of(samples, reference, 1);
    assertThat(of(samples, reference, 3)).isEqualTo(one);
    assertThat(of(samples, reference, 8)).isEqualTo(one);
    assertThat(one.estimate().low()).isLessThan(one.estimate().value());
    assertThat(one.estimate().high()).isGreaterThan(one.estimate().value());
    assertThat(one.fewest()).isBetween(30L, 33L);
    assertThat(one.points()).isEqualTo(15);
    assertThat(FidExtrapolation.line(samples, reference.statistics(), key))
        .isEqualTo(new Line(one.estimate().value(), one.slope()));
    assertThat(one.slope()).isPositive();
  }

  @Test
  void tooFewSamplesAreRefusedWithTheNumberNeeded() {
    FeatureSums few = FrechetDistanceTest.sample(1, 79, 10, 1);
    assertThatThrownBy(() -> of(few, few, 1))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("at least 80 samples for 10 features, but there are 79");
    FeatureSums enough = FrechetDistanceTest.sample(1, 80, 10, 1);
    assertThat(of(enough, enough, 1).estimate().value()).isFinite();
  }

  @Test
  void theSmallestPartHasTwiceAsManySamplesAsFeaturesAndTheLastAllOfThem() {
    FeatureSums samples = FrechetDistanceTest.sample(1, 80, 10, 1);
    FeatureSums reference = FrechetDistanceTest.sample(2, 100, 10, 1);
    assertThat(of(samples, reference, 1).fewest()).isEqualTo(20);
    int[] order = samples.shuffled(key.open());
    int[] parts = FidExtrapolation.parts(samples, order);
    assertThat(parts).hasSize(15).isSorted();
    assertThat(samples.images(order, parts[0])).isEqualTo(20);
    assertThat(samples.images(order, parts[7])).isEqualTo(50);
    assertThat(samples.images(order, parts[14])).isEqualTo(80);
  }

  @Test
  void eightSamplesOfEachFeatureAreNeededAndTwoOfEachPoint() {
    assertThat(FidExtrapolation.needed(1)).isEqualTo(30);
    assertThat(FidExtrapolation.needed(84)).isEqualTo(672);
  }

  @Test
  void theIntervalIsAsWideAsTheValueScatters() {
    // One feature, samples wider by 1.4; the reference is small in the second case, so that its
    // scatter decides. 80 trials know the scatter to 8 %, the mean width of 8 intervals to 5 %.
    for (int[] counts : new int[][] {{200, 20_000}, {20_000, 200}}) {
      double[] values = new double[80];
      double width = 0;
      for (int trial = 0; trial < values.length; trial++) {
        FeatureSums samples = FrechetDistanceTest.sample(3000 + trial, counts[0], 1, 1.4);
        FeatureSums reference = FrechetDistanceTest.sample(5000 + trial, counts[1], 1, 1);
        StreamKey own = key.at(trial);
        values[trial] = FidExtrapolation.line(samples, reference.statistics(), own).intercept();
        if (trial < 8) {
          Estimate estimate = of(samples, reference, 1).estimate();
          width += (estimate.high() - estimate.low()) / 8;
        }
      }
      double mean = Arrays.stream(values).average().orElseThrow();
      double variance = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / 79;
      assertThat(width / (2 * Estimate.SIGMAS * Math.sqrt(variance)))
          .as("%d samples against %d images", counts[0], counts[1])
          .isBetween(0.75, 1.35);
    }
  }

  private InfiniteFid of(FeatureSums samples, FeatureSums reference, int threads) {
    try (Workers workers = new Workers(threads)) {
      return FidExtrapolation.of(samples, reference, key, workers, Progress.NONE);
    }
  }
}
