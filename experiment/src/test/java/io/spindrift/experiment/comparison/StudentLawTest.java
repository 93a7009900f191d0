package io.spindrift.experiment.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.testkit.NormalDistribution;
import org.junit.jupiter.api.Test;

class StudentLawTest {
  @Test
  void oneTwoAndInfinitelyManyDegreesFollowTheirClosedForms() {
    for (double t = -40; t <= 40; t += 0.37) {
      assertThat(new StudentLaw(1).above(t)).isCloseTo(0.5 - Math.atan(t) / Math.PI, within(1e-13));
      assertThat(new StudentLaw(2).above(t))
          .isCloseTo(0.5 - t / (2 * Math.sqrt(2 + t * t)), within(1e-13));
      assertThat(new StudentLaw(Double.POSITIVE_INFINITY).above(t))
          .isCloseTo(1 - NormalDistribution.cumulative(t), within(1e-10));
    }
  }

  /** Abramowitz and Stegun, table 26.10: percentage points to three places. */
  @Test
  void quantilesAreThoseOfThePublishedTable() {
    assertThat(new StudentLaw(1).quantile(0.975)).isCloseTo(12.706, within(5e-4));
    assertThat(new StudentLaw(2).quantile(0.95)).isCloseTo(2.920, within(5e-4));
    assertThat(new StudentLaw(4).quantile(0.975)).isCloseTo(2.776, within(5e-4));
    assertThat(new StudentLaw(30).quantile(0.995)).isCloseTo(2.750, within(5e-4));
    assertThat(new StudentLaw(Double.POSITIVE_INFINITY).quantile(0.975))
        .isCloseTo(1.960, within(5e-4));
  }

  @Test
  void theQuantileUndoesTheTail() {
    for (double freedom : new double[] {1, 2, 3, 9, 100, Double.POSITIVE_INFINITY}) {
      for (double p : new double[] {0.001, 0.05, 0.5, 0.9, 0.999}) {
        StudentLaw law = new StudentLaw(freedom);
        assertThat(1 - law.above(law.quantile(p))).isCloseTo(p, within(1e-10));
      }
    }
  }

  @Test
  void infiniteDistancesHaveTheTailsZeroAndOneAndNothingIsNaN() {
    assertThat(new StudentLaw(2).above(Double.POSITIVE_INFINITY)).isZero();
    assertThat(new StudentLaw(2).above(Double.NEGATIVE_INFINITY)).isEqualTo(1);
    assertThatThrownBy(() -> new StudentLaw(2).above(Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new StudentLaw(0)).hasMessageContaining("must be positive");
  }
}
