package io.spindrift.device.variability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.DistributionAssert;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParameterLawTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  static Stream<ParameterLaw> laws() {
    return Stream.of(
        new NormalLaw(-3, 0.5),
        new LognormalLaw(2, 0.1),
        new LognormalLaw(2, 3),
        new TruncatedNormalLaw(5, 2, 4, 8),
        new TruncatedNormalLaw(5, 2, 1, 5.5),
        new TruncatedNormalLaw(0, 1, -INFINITY, 0.3),
        new TruncatedNormalLaw(0, 1, 3.5, INFINITY),
        new TruncatedNormalLaw(0, 1, -INFINITY, -3.5));
  }

  /**
   * Mean and variance over the law of z, by the midpoint rule in z from -9 to 9, against the closed
   * forms. The rule converges to 1e-8 of the width for each of these laws.
   */
  @ParameterizedTest
  @MethodSource("laws")
  void momentsAreThoseOfTheClosedForm(ParameterLaw law) {
    int points = 36_000;
    double mean = 0;
    double square = 0;
    for (int i = 0; i < points; i++) {
      double z = -9 + 18 * (i + 0.5) / points;
      double weight = StandardNormal.density(z) * 18 / points;
      double value = law.value(z);
      mean += weight * value;
      square += weight * value * value;
    }
    double sigma = Math.sqrt(square - mean * mean);
    assertThat(mean).isCloseTo(law.mean(), within(1e-6 * law.sigma()));
    assertThat(sigma).isCloseTo(law.sigma(), within(1e-6 * law.sigma()));
  }

  @ParameterizedTest
  @MethodSource("laws")
  void valuesRiseWithTheDeviate(ParameterLaw law) {
    double[] values = new double[101];
    Arrays.setAll(values, i -> law.value(-5 + 0.1 * i));
    assertThat(values).isSorted().doesNotContain(Double.NaN);
  }

  @Test
  void quantilesOfTheNormalAndLognormalLaw() {
    // 95 % of the standard normal law lie below 1.6448536.
    double z = StandardNormal.quantile(0.95);
    assertThat(z).isCloseTo(1.6448536269514722, within(1e-12));
    assertThat(new NormalLaw(2, 0.5).value(z)).isCloseTo(2.8224268134757361, within(1e-12));
    // Far below: F(-9) = 1.1285884059538407e-19.
    assertThat(StandardNormal.quantile(1.1285884059538407e-19)).isCloseTo(-9, within(1e-12));
    // The lognormal median is mean/sqrt(1 + (sigma/mean)^2): mean and sigma are those of x itself.
    assertThat(new LognormalLaw(3, 4).value(0))
        .isCloseTo(3 / Math.sqrt(1 + 16.0 / 9), within(1e-12));
    double width = Math.sqrt(Math.log1p(16.0 / 9));
    assertThat(Math.log(new LognormalLaw(3, 4).value(z) / new LognormalLaw(3, 4).value(0)))
        .isCloseTo(width * z, within(1e-12));
  }

  @Test
  void quantilesOfTheTruncatedLawSolveItsDistributionFunction() {
    TruncatedNormalLaw law = new TruncatedNormalLaw(5, 2, 4, 8);
    for (double share : new double[] {1e-6, 0.1, 0.5, 0.9, 1 - 1e-6}) {
      double x = law.value(StandardNormal.quantile(share));
      assertThat(truncated(x)).isCloseTo(share, within(1e-9));
    }
    assertThat(law.value(-40)).isEqualTo(4);
    assertThat(law.value(40)).isEqualTo(8);
  }

  /** 20,000 values, seed 4; false alarm 1e-4. */
  @Test
  void truncatedValuesFollowTheirLawAndAreNotPiledUpAtTheEnds() {
    TruncatedNormalLaw law = new TruncatedNormalLaw(5, 2, 4, 8);
    RandomStream random = StreamKey.root(4).open();
    double[] values = new double[20_000];
    Arrays.setAll(values, i -> law.value(random.nextGaussian()));
    DistributionAssert.follows(values, ParameterLawTest::truncated, 1e-4);
    assertThat(Arrays.stream(values).filter(v -> v == 4 || v == 8).count()).isZero();
  }

  @Test
  void impossibleLawsAreRefused() {
    assertThatThrownBy(() -> new NormalLaw(1, -0.1))
        .hasMessageStartingWith("sigma must be zero or");
    assertThatThrownBy(() -> new NormalLaw(1, Double.NaN)).hasMessageContaining("sigma must be");
    assertThatThrownBy(() -> new LognormalLaw(0, 1))
        .hasMessageStartingWith("mean must be positive");
    assertThatThrownBy(() -> new TruncatedNormalLaw(0, 1, 2, 1))
        .hasMessageStartingWith("highest must be above lowest");
  }

  private static double truncated(double x) {
    double a = StandardNormal.below(-0.5);
    double b = StandardNormal.below(1.5);
    return (StandardNormal.below((x - 5) / 2) - a) / (b - a);
  }
}
