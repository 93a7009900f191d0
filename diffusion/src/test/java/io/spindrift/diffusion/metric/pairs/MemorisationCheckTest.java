package io.spindrift.diffusion.metric.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.diffusion.metric.FeatureMatrix;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.testkit.DistributionAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MemorisationCheckTest {
  private final Workers workers = new Workers(2);

  @AfterEach
  void stop() {
    workers.close();
  }

  @Test
  void theShareCountsPairsOfDistancesAndTiesHalf() {
    FeatureMatrix training = Clouds.line(0, 100);
    // Distances of the samples 1, 2, 4; of the held-out images 2, 3, 5, 9.
    Memorisation result = of(Clouds.line(4, -2, 101), Clouds.line(2, 97, -5, 109), training);
    assertThat(result.nearer().value()).isCloseTo((4 + 3.5 + 2) / 12, within(1e-15));
    // U = 2.5 of 12, mean 6, variance 12 * 8 / 12.
    assertThat(result.zScore()).isCloseTo((2.5 - 6) / Math.sqrt(8), within(1e-14));
    assertThat(result.nearestOfAll().value()).isCloseTo(1.0 / 3, within(1e-15));
    assertThat(result.sampleMedian()).isEqualTo(2);
    assertThat(result.heldOutMedian()).isEqualTo(4);
    assertThat(result.closestSample()).isEqualTo(2);
    assertThat(result.closestTraining()).isEqualTo(1);
    assertThat(result.closestDistance()).isEqualTo(1);
    // Placements 1, 7/8, 1/2 and 1/2 (2 of 3 below 3, ...): 0.5, 2/3, 1, 1 by hand.
    double above = (sq(1 - 9.5 / 12) + sq(0.875 - 9.5 / 12) + sq(0.5 - 9.5 / 12)) / 2;
    double below = (sq(0.5 - 9.5 / 12) + sq(2.0 / 3 - 9.5 / 12) + 2 * sq(1 - 9.5 / 12)) / 3;
    double error = Math.sqrt(above / 3 + below / 4);
    assertThat(result.nearer().low()).isCloseTo(9.5 / 12 - 1.95996398 * error, within(1e-8));
    assertThat(result.nearer().high()).isCloseTo(1, within(1e-15));
  }

  /** One of three samples is nearer: placements 1, 0, 0 of variance 1/3, and 1/3, 1/3. */
  @Test
  void theIntervalOfAShareEndsAtZero() {
    Memorisation result = of(Clouds.line(5, 1, 6), Clouds.line(2, 3), Clouds.line(0));
    assertThat(result.nearer().value()).isCloseTo(1.0 / 3, within(1e-15));
    assertThat(result.nearer().low()).isZero();
    assertThat(result.nearer().high()).isCloseTo(1.0 / 3 + 1.95996398 / 3, within(1e-8));
    // U = 4 of 6, mean 3, variance 6 * 6 / 12.
    assertThat(result.zScore()).isCloseTo(1 / Math.sqrt(3), within(1e-14));
  }

  @Test
  void copiesAreFoundAndFreshImagesAreNot() {
    FeatureMatrix training = Clouds.normal(1, 400, 8, 0);
    FeatureMatrix heldOut = Clouds.normal(2, 300, 8, 0);
    Memorisation copies = of(training, heldOut, training);
    assertThat(copies.nearer().value()).isEqualTo(1);
    assertThat(copies.closestDistance()).isZero();
    assertThat(copies.zScore()).isLessThan(-20);
    Memorisation far = of(Clouds.normal(3, 300, 8, 5), heldOut, training);
    assertThat(far.nearer().value()).isLessThan(0.01);
    assertThat(far.zScore()).isGreaterThan(20);
  }

  @Test
  void theScoreOfFreshImagesIsStandardNormalAndTheIntervalHoldsOneHalf() {
    // 150 trials: Kolmogorov-Smirnov with false alarm 1e-4; coverage of 95 % below 130 has 1e-5.
    // The nearest training images are shared, which the score takes for independent; with 2,000
    // training images the dependence is small.
    int trials = 150;
    FeatureMatrix training = Clouds.normal(1, 2000, 3, 0);
    double[] scores = new double[trials];
    int covered = 0;
    for (int trial = 0; trial < trials; trial++) {
      Memorisation fresh =
          of(
              Clouds.normal(1000 + trial, 60, 3, 0),
              Clouds.normal(2000 + trial, 50, 3, 0),
              training);
      scores[trial] = fresh.zScore();
      covered += fresh.nearer().low() <= 0.5 && fresh.nearer().high() >= 0.5 ? 1 : 0;
    }
    DistributionAssert.mean(scores, 0, 4);
    DistributionAssert.variance(scores, 1, 4);
    assertThat(covered).isBetween(130, trials);
  }

  @Test
  void oneSampleIsRefusedWithTheNumberNeeded() {
    FeatureMatrix many = Clouds.line(1, 2, 3);
    assertThatThrownBy(() -> of(Clouds.line(1), many, many))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("at least 2");
  }

  private Memorisation of(FeatureMatrix samples, FeatureMatrix heldOut, FeatureMatrix training) {
    return MemorisationCheck.of(
        samples,
        TrainingNeighbours.of(heldOut, training, workers, Progress.NONE),
        workers,
        Progress.NONE);
  }

  private static double sq(double x) {
    return x * x;
  }
}
