package io.spindrift.device.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.device.dynamics.HeunStepper;
import io.spindrift.device.dynamics.LinearField;
import io.spindrift.device.dynamics.Segment;
import io.spindrift.numerics.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AntidampingTest {
  private static final double GAMMA = Constants.GYROMAGNETIC_RATIO_RADIANS_PER_SECOND_TESLA;
  private static final LinearField FIELD = new LinearField(0, 0, 0.1, 0, 0, 0);

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.003, 0.01})
  void atTheLongestStepTheSchemeTakesAnEighthOfASmallDamping(double alpha) {
    double step = StepLimit.longestSeconds(new Segment(FIELD, 1, 1e-9, 0, 0), alpha);
    assertThat(dampingShare(alpha, step)).isBetween(0.86, 0.92);
  }

  @Test
  void atMoreThanTwiceTheStepASmallDampingIsGone() {
    double alpha = 0.003;
    double step = StepLimit.longestSeconds(new Segment(FIELD, 1, 1e-9, 0, 0), alpha);
    assertThat(dampingShare(alpha, 2.2 * step)).isNegative();
  }

  /** Rate at which a small cone closes, over that of the Gilbert equation. */
  private static double dampingShare(double alpha, double step) {
    HeunStepper spin = new HeunStepper(alpha);
    spin.start(1e-3, 0, 1);
    spin.drive(FIELD, step, 0);
    spin.advanceWithoutNoise(200);
    double rate = -Math.log(Math.hypot(spin.mx(), spin.my()) / 1e-3) / (200 * step);
    return rate / (alpha * GAMMA * 0.1 / (1 + alpha * alpha));
  }
}
