package io.spindrift.diffusion.metric.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.diffusion.metric.FeatureMatrix;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NearestNeighboursTest {
  private final Workers workers = new Workers(3);

  @AfterEach
  void stop() {
    workers.close();
  }

  @Test
  void theNearestImageIsThatOfAComparisonWithAll() {
    FeatureMatrix a = Clouds.normal(1, 270, 6, 0);
    FeatureMatrix b = Clouds.normal(2, 140, 6, 0.3);
    NearestNeighbours found = NearestNeighbours.of(a, b, workers, Progress.NONE);
    for (int i = 0; i < a.rows(); i++) {
      int best = 0;
      for (int j = 1; j < b.rows(); j++) {
        best = Clouds.squared(a, i, b, j) < Clouds.squared(a, i, b, best) ? j : best;
      }
      assertThat(found.index()[i]).isEqualTo(best);
      assertThat(found.squared()[i]).isCloseTo(Clouds.squared(a, i, b, best), within(1e-12));
    }
  }

  @Test
  void aCopyIsAtDistanceZeroExactlyAlsoFarFromTheOrigin() {
    FeatureMatrix a = Clouds.normal(1, 300, 33, 1000);
    NearestNeighbours found = NearestNeighbours.of(a, a, workers, Progress.NONE);
    assertThat(found.squared()).containsOnly(0);
    assertThat(found.index()[299]).isEqualTo(299);
  }

  @Test
  void ofEquallyNearImagesTheFirstIsTaken() {
    FeatureMatrix to = Clouds.line(5, 1, -1, 1, -1);
    assertThat(NearestNeighbours.of(Clouds.line(0, 1), to, workers, Progress.NONE).index())
        .containsExactly(1, 1);
  }

  /** |a|^2 is about 2^40, which doubles hold to 2^-12: more than the distances are apart. */
  @Test
  void roundingMakesNoDistanceLessThanZero() {
    float[] values = Clouds.normal(3, 200, 3, 0).values();
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 3 == 2 ? 1 << 20 : values[i] / 64;
    }
    FeatureMatrix from = new FeatureMatrix(100, 3, Arrays.copyOfRange(values, 0, 300));
    FeatureMatrix to = new FeatureMatrix(100, 3, Arrays.copyOfRange(values, 300, 600));
    double[] nearest = NearestNeighbours.of(from, to, workers, Progress.NONE).squared();
    double[] radii = NearestNeighbours.radii(from, 3, workers, Progress.NONE);
    assertThat(Arrays.stream(nearest).min()).hasValue(0);
    assertThat(Arrays.stream(radii).min().orElseThrow()).isNotNegative();
  }

  @Test
  void radiiReachToTheKthOtherImage() {
    FeatureMatrix line = Clouds.line(0, 1, 3, 7, 15);
    assertThat(NearestNeighbours.radii(line, 1, workers, Progress.NONE))
        .containsExactly(1, 1, 4, 16, 64);
    assertThat(NearestNeighbours.radii(line, 3, workers, Progress.NONE))
        .containsExactly(49, 36, 16, 49, 196);
    FeatureMatrix cloud = Clouds.normal(4, 300, 5, 0);
    double[] radii = NearestNeighbours.radii(cloud, 3, workers, Progress.NONE);
    for (int i = 0; i < cloud.rows(); i += 7) {
      double[] all = new double[cloud.rows()];
      for (int j = 0; j < all.length; j++) {
        all[j] = Clouds.squared(cloud, i, cloud, j);
      }
      Arrays.sort(all);
      assertThat(radii[i]).isCloseTo(all[3], within(1e-12));
    }
  }

  @Test
  void precisionAndRecallCountWhatTheBallsHold() {
    // Balls of the reference to the third neighbour: [-3, 3], [-1, 3], [0, 4], [0, 6], [1, 19].
    FeatureMatrix reference = Clouds.line(0, 1, 2, 3, 10);
    // Balls of the samples: [-6, 0], [-6, -2], [-7, -3], [-9, -3].
    FeatureMatrix samples = Clouds.line(-3, -4, -5, -6);
    PrecisionRecall result =
        PrecisionRecallMeasurement.of(samples, reference, workers, Progress.NONE);
    assertThat(result.precision().value()).isEqualTo(0.25);
    assertThat(result.recall().value()).isEqualTo(0.2);
    assertThat(result.neighbours()).isEqualTo(3);
    assertThat(result.precision().low()).isPositive();
    assertThat(result.precision().high()).isLessThan(1);
  }

  @Test
  void precisionAndRecallChangePlacesWithTheSetsAndAreOneForASetAndItself() {
    FeatureMatrix narrow = Clouds.normal(1, 200, 2, 0);
    float[] wider = Clouds.normal(2, 300, 2, 0).values();
    for (int i = 0; i < wider.length; i++) {
      wider[i] *= 5;
    }
    FeatureMatrix wide = new FeatureMatrix(300, 2, wider);
    PrecisionRecall one = PrecisionRecallMeasurement.of(narrow, wide, workers, Progress.NONE);
    PrecisionRecall other = PrecisionRecallMeasurement.of(wide, narrow, workers, Progress.NONE);
    assertThat(one.precision()).isEqualTo(other.recall());
    assertThat(one.recall()).isEqualTo(other.precision());
    assertThat(one.precision().value()).isGreaterThan(0.95);
    assertThat(one.recall().value()).isLessThan(0.5);
    PrecisionRecall same = PrecisionRecallMeasurement.of(wide, wide, workers, Progress.NONE);
    assertThat(same.precision().value()).isEqualTo(1);
    assertThat(same.recall().value()).isEqualTo(1);
  }

  @Test
  void fewerThanFourImagesAreRefusedWithTheNumberNeeded() {
    FeatureMatrix three = Clouds.line(1, 2, 3);
    assertThatThrownBy(() -> PrecisionRecallMeasurement.of(three, three, workers, Progress.NONE))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("at least 4 images in each set, but there are 3");
  }
}
