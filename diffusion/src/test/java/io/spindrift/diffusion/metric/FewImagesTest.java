package io.spindrift.diffusion.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.random.StreamKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FewImagesTest {
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 20})
  void anyTwoImagesHaveADistanceAndAnIntervalThatHoldsIt(int images) {
    FeatureSums few = FrechetDistanceTest.sample(1, images, 30, 1);
    FeatureSums many = FrechetDistanceTest.sample(2, 200, 30, 1);
    FrechetInterval found = FrechetInterval.of(few, many, StreamKey.root(4));
    assertThat(found.value()).isFinite().isPositive();
    assertThat(found.low()).isFinite().isLessThanOrEqualTo(found.value());
    assertThat(found.high()).isFinite().isGreaterThanOrEqualTo(found.value());
  }

  /** The replicates of a set and itself lie above its distance, and scatter to either side. */
  @Test
  void noIntervalReachesBelowZero() {
    FeatureSums set = FrechetDistanceTest.sample(1, 50, 3, 1);
    FrechetInterval found = FrechetInterval.of(set, set, StreamKey.root(4));
    assertThat(found.low()).isZero();
    assertThat(found.high()).isPositive();
  }

  @Test
  void oneImageIsRefusedWithTheNumberNeeded() {
    FeatureSums one = FrechetDistanceTest.sample(1, 1, 3, 1);
    FeatureSums two = FrechetDistanceTest.sample(2, 2, 3, 1);
    assertThatThrownBy(() -> FrechetInterval.of(two, one, StreamKey.root(4)))
        .isInstanceOf(UnusableInput.class)
        .hasMessage("FID needs at least 2 images in each set, but one holds 1");
  }

  @Test
  void asManyImagesAsFeaturesAreTooFewAndOneMoreIsEnough() {
    assertThat(FewImages.ofDistance(84, 84))
        .singleElement()
        .asString()
        .startsWith("only 84 images for 84 features")
        .endsWith("use at least 85 images in each set");
    assertThat(FewImages.ofDistance(85, 84)).isEmpty();
  }

  @Test
  void anIntervalOfLessThanFourImagesIsSaidToBeTooNarrow() {
    assertThat(FewImages.ofInterval(3))
        .containsExactly(
            "the interval of FID needs at least 4 images in each set; with 3 it is too narrow");
    assertThat(FewImages.ofInterval(4)).isEmpty();
  }
}
