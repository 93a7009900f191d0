package io.spindrift.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConvergenceOrderTest {
  @Test
  void aPowerLawGivesItsExponent() {
    assertThat(ConvergenceOrder.of(0.1, 5, step -> 3 * Math.pow(step, 2.5)))
        .isCloseTo(2.5, within(1e-12));
  }

  @Test
  void theMidpointRuleHasOrderTwo() {
    double exact = Math.E - 1;
    assertThat(ConvergenceOrder.of(0.125, 4, step -> Math.abs(midpoint(step) - exact)))
        .isCloseTo(2, within(0.01));
  }

  @Test
  void aVanishingErrorIsRefused() {
    assertThatThrownBy(() -> ConvergenceOrder.of(new double[] {1, 2}, new double[] {0, 1}))
        .hasMessage("error must be positive and finite, but was 0.0");
    assertThatThrownBy(() -> ConvergenceOrder.of(new double[] {1}, new double[] {1}))
        .hasMessageContaining("steps must be at least two");
  }

  private static double midpoint(double step) {
    double sum = 0;
    for (int i = 0; i < Math.round(1 / step); i++) {
      sum += step * Math.exp((i + 0.5) * step);
    }
    return sum;
  }
}
