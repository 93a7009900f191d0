package io.spindrift.device.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.CheckDevice;
import io.spindrift.numerics.Constants;
import io.spindrift.numerics.UnusableInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepLimitTest {
  private static final double GAMMA = Constants.GYROMAGNETIC_RATIO_RADIANS_PER_SECOND_TESLA;

  @ParameterizedTest
  @ValueSource(doubles = {0.003, 0.01, 0.03})
  void atTheLimitTheSchemeTakesATenthOfTheDamping(double alpha) {
    LinearField field = new LinearField(0, 0, 0.1, 0, 0, 0);
    double step = StepLimit.longestSeconds(field, alpha);
    HeunStepper spin = new HeunStepper(alpha);
    spin.start(1e-3, 0, 1);
    spin.drive(field, step, 0);
    int count = 200;
    spin.advanceWithoutNoise(count);
    double rate = -Math.log(Math.hypot(spin.mx(), spin.my()) / 1e-3) / (count * step);
    double gilbert = alpha * GAMMA * 0.1 / (1 + alpha * alpha);
    assertThat(rate / gilbert).isBetween(0.88, 0.95);
  }

  @Test
  void partOfAFieldAlongTheMagnetisationDoesNotCount() {
    double alpha = 0.03;
    double sloped = StepLimit.longestSeconds(new LinearField(0, 0, 0, -1, -1, -0.9), alpha);
    double constant = StepLimit.longestSeconds(new LinearField(0, 0.1, 0, 0, 0, 0), alpha);
    assertThat(sloped).isCloseTo(constant, within(1e-6 * constant));
    assertThat(StepLimit.longestSeconds(new LinearField(0, 0, 0, 0, 0, 0), alpha))
        .isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void refusalNamesAStepThatWouldDo() {
    assertThatThrownBy(() -> StepLimit.require(CheckDevice.free(), 0, 300, 50e-12))
        .isInstanceOf(UnusableInput.class)
        .hasMessage("step must be at most 25 ps for the precession at 0 V, but was 50 ps");
    StepLimit.require(CheckDevice.free(), 0, 300, 25e-12);
    StepLimit.require(CheckDevice.ofStability(40, 0.03), 0, 300, 5e-12);
  }
}
