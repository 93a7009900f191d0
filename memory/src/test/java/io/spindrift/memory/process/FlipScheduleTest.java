package io.spindrift.memory.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlipScheduleTest {
  @Test
  void theCorrelationIsTheProductOverTheSteps() {
    FlipSchedule schedule = FlipSchedule.list(List.of(0.1, 0.02, 0.3));
    assertThat(schedule.correlation(0, 0)).isEqualTo(1);
    assertThat(schedule.correlation(2, 0)).isCloseTo(0.8 * 0.96, within(1e-15));
    assertThat(schedule.correlation(3, 0)).isCloseTo(0.8 * 0.96 * 0.4, within(1e-15));
    assertThat(FlipSchedule.list(List.of(0.1, 0.5)).correlation(2, 0)).isEqualTo(0);
  }

  @Test
  void linearProbabilitiesRunFromTheFirstToTheLast() {
    FlipSchedule schedule = FlipSchedule.linear(5, 0.01, 0.05);
    for (int t = 1; t <= 5; t++) {
      assertThat(schedule.probability(t, 3)).isCloseTo(0.01 * t, within(1e-15));
    }
    assertThat(FlipSchedule.linear(1, 0.01, 0.05).probability(1, 0)).isEqualTo(0.05);
    assertThat(FlipSchedule.constant(7, 0.2).probabilities()).hasSize(7).containsOnly(0.2);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-4, 0.01, 0.5, 1})
  void theCosineScheduleEndsAtItsTarget(double target) {
    for (int steps : new int[] {1, 2, 10, 1000}) {
      FlipSchedule schedule = FlipSchedule.cosine(steps, target);
      assertThat(schedule.correlation(steps, 0)).isCloseTo(target, within(1e-12));
    }
    FlipSchedule schedule = FlipSchedule.cosine(10, target);
    double theta = Math.acos(Math.sqrt(target));
    for (int t = 0; t < 10; t++) {
      double cosine = Math.cos(theta * t / 10);
      assertThat(schedule.correlation(t, 0)).isCloseTo(cosine * cosine, within(1e-13));
    }
  }

  @Test
  void theFactorOfAPlaneIsAPowerOfItsCorrelation() {
    FlipSchedule schedule =
        FlipSchedule.cosine(20, 0.05).withPlaneFactors(List.of(0.25, 1.0, 3.0, 0.0));
    for (int plane = 0; plane < 4; plane++) {
      double product = 1;
      for (int t = 1; t <= 20; t++) {
        product *= 1 - 2 * schedule.probability(t, plane);
      }
      double expected = Math.pow(0.05, schedule.factor(plane));
      assertThat(product).isCloseTo(expected, within(1e-12));
      assertThat(schedule.correlation(20, plane)).isCloseTo(expected, within(1e-12));
    }
    assertThat(schedule.probability(20, 2)).isGreaterThan(schedule.probability(20, 1));
    assertThat(FlipSchedule.constant(1, 0.5).withPlaneFactors(List.of(0.1)).probability(1, 0))
        .isEqualTo(0.5);
  }

  @Test
  void factorsGrowFromTheMostSignificantPlaneToOne() {
    FlipSchedule schedule = FlipSchedule.constant(3, 0.1).withMostSignificantFactor(0.25, 3);
    assertThat(schedule.planeFactors()).containsExactly(0.25, 0.5, 1.0);
    assertThat(FlipSchedule.constant(3, 0.1).withMostSignificantFactor(0.25, 1).planeFactors())
        .containsExactly(0.25);
  }

  @Test
  void probabilitiesBeyondOneHalfAndOtherNumbersOfFactorsAreRefused() {
    assertThatThrownBy(() -> FlipSchedule.list(List.of(0.1, 0.6)))
        .hasMessageContaining("flip probability of step 2 must be between 0 and 0.5");
    assertThatThrownBy(() -> FlipSchedule.list(List.of())).hasMessageContaining("steps");
    assertThatThrownBy(() -> FlipSchedule.cosine(10, -0.1)).hasMessageContaining("correlation");
    assertThatThrownBy(() -> FlipSchedule.constant(3, 0.1).probability(4, 0))
        .hasMessage("step must be between 1 and 3, but was 4");
    FlipSchedule two = FlipSchedule.constant(3, 0.1).withPlaneFactors(List.of(1.0, 0.5));
    assertThatThrownBy(
            () -> new PlaneLaw(8, new PlaneProcess(two, StatedDial.FAIR, Correction.NONE)))
        .hasMessage("plane factors must be as many as planes, 8, but was 2");
  }
}
