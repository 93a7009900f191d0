package io.spindrift.device.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.MagneticState;
import org.junit.jupiter.api.Test;

class WriteThenHoldTest {
  @Test
  void crossoverOfTwoEqualWellsIsTwoWTau() {
    StateRates equal = new StateRates(5e-3, 5e-3);
    for (double w : new double[] {1e-9, 1e-6, 1e-3}) {
      double time = new WriteThenHold(w, equal, MagneticState.PARALLEL).crossoverSeconds();
      assertThat(time / (2 * w * equal.relaxationSeconds())).isCloseTo(1, within(2 * w));
    }
  }

  @Test
  void bothKindsOfErrorAreEqualAtTheCrossover() {
    StateRates rates = new StateRates(2e-3, 7e-3);
    WriteThenHold written = new WriteThenHold(0.01, rates, MagneticState.ANTIPARALLEL);
    double time = written.crossoverSeconds();
    double write = 0.01 * Math.exp(-time * rates.slowestPerSecond());
    assertThat(written.errorProbability(time)).isCloseTo(2 * write, within(1e-15));
    assertThat(written.errorProbability(0)).isEqualTo(0.01);
    assertThat(written.errorProbability(1e9)).isCloseTo(7.0 / 9, within(1e-12));
  }

  @Test
  void lossTendsToTheShareOfTheOtherState() {
    StateRates rates = new StateRates(2e-3, 6e-3);
    assertThat(rates.lossProbability(MagneticState.PARALLEL, 1e6)).isCloseTo(0.25, within(1e-12));
    assertThat(rates.lossProbability(MagneticState.PARALLEL, 1e-9) / 2e-12)
        .isCloseTo(1, within(1e-9));
    assertThat(new StateRates(0, 0).lossProbability(MagneticState.PARALLEL, 1)).isZero();
  }
}
