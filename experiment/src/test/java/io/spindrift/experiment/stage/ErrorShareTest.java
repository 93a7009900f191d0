package io.spindrift.experiment.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ErrorShareTest {
  @Test
  void intervalIsWilsonsAtNinetyFivePerCent() {
    // Without an error its upper end is z^2/(n + z^2), z = 1.959964.
    double square = 1.959964 * 1.959964;
    ErrorShare none = new ErrorShare("read", 0, 100, 0.01);
    assertThat(none.interval().low()).isCloseTo(0, within(1e-15));
    assertThat(none.interval().high()).isCloseTo(square / (100 + square), within(1e-7));
  }

  @Test
  void deviationsAreThoseOfThePrediction() {
    assertThat(new ErrorShare("read", 30, 100, 0.2).sigmas()).isCloseTo(2.5, within(1e-12));
    assertThat(new ErrorShare("read", 1, 100, 0).sigmas()).isInfinite();
    assertThat(new ErrorShare("read", 0, 0, 0.5).sigmas()).isZero();
  }
}
