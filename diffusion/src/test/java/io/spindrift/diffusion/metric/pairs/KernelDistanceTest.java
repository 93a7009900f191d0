package io.spindrift.diffusion.metric.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.diffusion.metric.Estimate;
import io.spindrift.diffusion.metric.FeatureMatrix;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.DistributionAssert;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KernelDistanceTest {
  private final StreamKey key = StreamKey.root(5);
  private final Workers workers = new Workers(2);

  @AfterEach
  void stop() {
    workers.close();
  }

  @Test
  void theCompleteEstimateIsThatOfTheDefinition() {
    FeatureMatrix a = Clouds.normal(1, 260, 4, 0);
    FeatureMatrix b = Clouds.normal(2, 133, 4, 0.4);
    double expected =
        inside(a) / (260 * 259) + inside(b) / (133 * 132) - 2 * between(a, b) / (260 * 133);
    KernelDistance distance = of(a, b, 3, 50);
    assertThat(distance.complete().value()).isCloseTo(expected, within(1e-12));
    assertThat(distance.complete().low()).isLessThan(expected);
    assertThat(distance.complete().high()).isGreaterThan(expected);
    assertThat(distance.subsetSize()).isEqualTo(50);
  }

  @Test
  void aSubsetOfAllImagesIsTheCompleteEstimate() {
    FeatureMatrix a = Clouds.normal(1, 140, 5, 0);
    FeatureMatrix b = Clouds.normal(2, 140, 5, 0.2);
    KernelDistance distance = of(a, b, 4, 1000);
    assertThat(distance.subsetSize()).isEqualTo(140);
    assertThat(distance.subsetMean()).isCloseTo(distance.complete().value(), within(1e-12));
    assertThat(distance.subsetDeviation()).isLessThan(1e-12);
  }

  @Test
  void subsetsScatterAboutTheCompleteEstimate() {
    FeatureMatrix a = Clouds.normal(1, 500, 5, 0);
    FeatureMatrix b = Clouds.normal(2, 500, 5, 0.3);
    KernelDistance distance = of(a, b, 200, 40);
    double error = distance.subsetDeviation() / Math.sqrt(200);
    assertThat(distance.subsetMean()).isCloseTo(distance.complete().value(), within(4 * error));
    assertThat(distance.subsetDeviation()).isPositive();
  }

  /**
   * x normal about 0, y about a mean of square length M, both of unit variance in d dimensions: E
   * k(x, x') = 1 + 3 / d; E k(x, y) = 1 + 3 (d + M) / d^2; E k(y, y') = 1 + 3 M / d + 3 (d + 2 M +
   * M^2) / d^2 + (M^3 + 6 M^2 + 3 M d + 6 M) / d^3.
   */
  @Test
  void theEstimateIsUnbiasedForShiftedNormalDistributions() {
    int d = 6;
    double shift = 0.5;
    double m = d * shift * shift;
    double yy =
        1
            + 3 * m / d
            + 3 * (d + 2 * m + m * m) / (d * d)
            + (m * m * m + 6 * m * m + 3 * m * d + 6 * m) / Math.pow(d, 3);
    double expected = 1 + 3.0 / d + yy - 2 * (1 + 3 * (d + m) / (d * d));
    // 200 trials of 12 against 9 images; 4 standard errors, false alarm 6e-5 each.
    double[] shifted = new double[200];
    double[] equal = new double[200];
    for (int trial = 0; trial < shifted.length; trial++) {
      FeatureMatrix a = Clouds.normal(2L * trial, 12, d, 0);
      shifted[trial] = of(a, Clouds.normal(2L * trial + 1, 9, d, shift), 1, 2).complete().value();
      equal[trial] = of(a, Clouds.normal(90_000 + trial, 9, d, 0), 1, 2).complete().value();
    }
    DistributionAssert.mean(shifted, expected, 4);
    DistributionAssert.mean(equal, 0, 4);
    assertThat(expected).isGreaterThan(0.3);
  }

  @Test
  void theIntervalCoversTheTruthAboutAsOftenAsItSays() {
    // 100 trials of 150 against 120 images, far from the degenerate case; fewer than 84 of 100
    // covered have probability 1e-5 if the coverage is 95 %.
    int d = 3;
    double m = d * 0.36;
    double truth =
        3 * m / d
            + 3 * (d + 2 * m + m * m) / (d * d)
            + (m * m * m + 6 * m * m + 3 * m * d + 6 * m) / Math.pow(d, 3)
            + 3.0 / d
            - 6 * (d + m) / (d * d);
    int covered = 0;
    for (int trial = 0; trial < 100; trial++) {
      KernelDistance distance =
          of(Clouds.normal(300 + trial, 150, d, 0), Clouds.normal(700 + trial, 120, d, 0.6), 1, 2);
      covered += distance.complete().low() <= truth && truth <= distance.complete().high() ? 1 : 0;
    }
    assertThat(covered).isBetween(84, 100);
  }

  @Test
  void threadsDoNotChangeAnyBit() {
    FeatureMatrix a = Clouds.normal(1, 530, 7, 0);
    FeatureMatrix b = Clouds.normal(2, 270, 7, 0.1);
    KernelDistance two = of(a, b, 5, 100);
    try (Workers one = new Workers(1);
        Workers eight = new Workers(8)) {
      assertThat(KernelDistanceMeasurement.of(a, b, key, 5, 100, one, Progress.NONE))
          .isEqualTo(two);
      assertThat(KernelDistanceMeasurement.of(a, b, key, 5, 100, eight, Progress.NONE))
          .isEqualTo(two);
    }
  }

  @Test
  void fewerThanFourImagesAreRefusedWithTheNumberNeeded() {
    assertThatThrownBy(() -> of(Clouds.line(1, 2, 3), Clouds.line(1, 2, 3, 4, 5), 1, 10))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("at least 4 images in each set, but there are 3");
  }

  @Test
  void fourImagesAreEnough() {
    KernelDistance four = of(Clouds.line(1, 2, 3, 4), Clouds.line(1, 2, 3, 4, 5), 1, 10);
    assertThat(four.complete().hasInterval()).isTrue();
    assertThat(four.subsetSize()).isEqualTo(4);
  }

  /** The divisor is the number of subsets, as in the programs whose numbers are published. */
  @Test
  void theDeviationOfTwoSubsetsIsHalfTheirDifference() {
    FeatureMatrix a = Clouds.normal(1, 60, 3, 0);
    FeatureMatrix b = Clouds.normal(2, 60, 3, 0.3);
    double first = of(a, b, 1, 20).subsetMean();
    KernelDistance two = of(a, b, 2, 20);
    double second = 2 * two.subsetMean() - first;
    assertThat(of(a, b, 1, 20).subsetDeviation()).isZero();
    assertThat(two.subsetDeviation()).isCloseTo(Math.abs(second - first) / 2, within(1e-12));
  }

  /**
   * Were image k of both sets drawn together, a set and itself would seem nearer than they are: by
   * 2 (mean of k(x, x) - mean of k(x, x')) / size. 300 subsets of 8 of 120 images, 4 standard
   * errors.
   */
  @Test
  void theImagesOfASubsetAreDrawnApartFromEitherSet() {
    FeatureMatrix a = Clouds.normal(1, 120, 3, 0);
    FeatureMatrix copy = new FeatureMatrix(120, 3, a.values().clone());
    KernelDistance distance = of(a, copy, 300, 8);
    double error = distance.subsetDeviation() / Math.sqrt(300);
    assertThat(distance.subsetMean()).isCloseTo(distance.complete().value(), within(4 * error));
  }

  @Test
  void theIntervalIsAsWideAsTheEstimateScatters() {
    // 60 trials, far from the degenerate case: the scatter is known to 9 %, a width to 7 %.
    int trials = 60;
    double[] values = new double[trials];
    double width = 0;
    for (int trial = 0; trial < trials; trial++) {
      KernelDistance distance =
          of(Clouds.normal(300 + trial, 130, 3, 0), Clouds.normal(900 + trial, 110, 3, 0.8), 1, 2);
      values[trial] = distance.complete().value();
      width += (distance.complete().high() - distance.complete().low()) / trials;
    }
    double mean = Arrays.stream(values).average().orElseThrow();
    double variance = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (trials - 1);
    assertThat(width / (2 * Estimate.SIGMAS * Math.sqrt(variance))).isBetween(0.75, 1.3);
  }

  private KernelDistance of(FeatureMatrix a, FeatureMatrix b, int subsets, int size) {
    return KernelDistanceMeasurement.of(a, b, key, subsets, size, workers, Progress.NONE);
  }

  private static double kernel(FeatureMatrix a, int i, FeatureMatrix b, int j) {
    return Math.pow(Clouds.product(a, i, b, j) / a.features() + 1, 3);
  }

  private static double inside(FeatureMatrix a) {
    double sum = 0;
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < a.rows(); j++) {
        sum += i == j ? 0 : kernel(a, i, a, j);
      }
    }
    return sum;
  }

  private static double between(FeatureMatrix a, FeatureMatrix b) {
    double sum = 0;
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < b.rows(); j++) {
        sum += kernel(a, i, b, j);
      }
    }
    return sum;
  }
}
