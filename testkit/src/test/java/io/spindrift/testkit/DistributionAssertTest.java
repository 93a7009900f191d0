package io.spindrift.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DistributionAssertTest {
  /** Evenly spread points: as near to uniform as a sample can be. */
  private static double[] even(int n) {
    return IntStream.range(0, n).mapToDouble(i -> (i + 0.5) / n).toArray();
  }

  @Test
  void theKolmogorovDistanceOfEvenPointsIsHalfAStep() {
    assertThat(DistributionAssert.kolmogorovSmirnov(even(100), x -> x))
        .isCloseTo(0.005, within(1e-12));
  }

  @Test
  void kolmogorovPValuesAgreeWithPublishedCriticalValues() {
    // Asymptotic critical values 1.3581 and 1.6276 for 5 % and 1 % (Smirnov 1948, table).
    int n = 10_000_000;
    assertThat(DistributionAssert.kolmogorovPValue(1.3581 / Math.sqrt(n), n))
        .isCloseTo(0.05, within(1e-4));
    assertThat(DistributionAssert.kolmogorovPValue(1.6276 / Math.sqrt(n), n))
        .isCloseTo(0.01, within(1e-4));
    // Exact critical distance for n = 20 at 5 %: 0.29408 (Miller 1956).
    assertThat(DistributionAssert.kolmogorovPValue(0.29408, 20)).isCloseTo(0.05, within(2e-3));
    assertThat(DistributionAssert.kolmogorovPValue(0, 20)).isEqualTo(1);
  }

  @Test
  void aWrongDistributionIsNoticed() {
    DistributionAssert.follows(even(1000), x -> x, 1e-6);
    assertThatThrownBy(() -> DistributionAssert.follows(even(1000), x -> x * x, 1e-6))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void countsMeansAndVariancesAreHeldToTheirErrors() {
    DistributionAssert.binomial(530, 1000, 0.5, 2);
    assertThatThrownBy(() -> DistributionAssert.binomial(570, 1000, 0.5, 4))
        .isInstanceOf(AssertionError.class);
    DistributionAssert.mean(even(1000), 0.5, 1);
    assertThatThrownBy(() -> DistributionAssert.mean(even(1000), 0.55, 4))
        .isInstanceOf(AssertionError.class);
    DistributionAssert.variance(even(1000), 1.0 / 12, 1);
    assertThatThrownBy(() -> DistributionAssert.variance(even(1000), 0.1, 4))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void anUnevenHistogramIsNoticed() {
    DistributionAssert.uniform(new long[] {100, 98, 105, 97}, 3);
    assertThatThrownBy(() -> DistributionAssert.uniform(new long[] {100, 60, 140, 100}, 4))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void theNormalDistributionHasItsTabulatedValues() {
    assertThat(NormalDistribution.cumulative(0)).isEqualTo(0.5);
    assertThat(NormalDistribution.cumulative(1.959963984540054)).isCloseTo(0.975, within(1e-14));
    assertThat(NormalDistribution.cumulative(-3)).isCloseTo(0.0013498980316300933, within(1e-14));
    assertThat(NormalDistribution.cumulative(40)).isEqualTo(1);
  }
}
