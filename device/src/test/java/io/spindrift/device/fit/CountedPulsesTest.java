package io.spindrift.device.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.table.CountTable;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Weights and goodness of a fit to counted pulses, by their closed forms. */
class CountedPulsesTest {
  private static final CountedPulses COUNTS =
      new CountedPulses(new CountTable(List.of(new CountTable.Row(1, 1e-9, false, 100, 30))));

  @Test
  void informationIsThatOfABinomialCount() {
    assertThat(COUNTS.information(0, 0.2)).isCloseTo(100 / (0.2 * 0.8), within(1e-10));
  }

  @Test
  void rateIsTheDerivativeOfTheResidual() {
    for (double p : new double[] {0.1, 0.2, 0.3, 0.6}) {
      double slope = (COUNTS.residual(0, p + 1e-5) - COUNTS.residual(0, p - 1e-5)) / 2e-5;
      // The central difference is off by a sixth of the third derivative, at most 1e-6 here.
      assertThat(COUNTS.rate(0, p)).isCloseTo(slope, within(1e-5 * Math.abs(slope)));
    }
  }

  /** Mean 4 and variance 16 are those of twice a chi-square with two degrees: exp(-x/4). */
  @Test
  void theTailOfTheDevianceIsThatOfAScaledChiSquare() {
    assertThat(new DevianceLaw(4, 16).exceeding(6)).isCloseTo(Math.exp(-1.5), within(1e-12));
    assertThat(new DevianceLaw(2, 4).exceeding(6)).isCloseTo(Math.exp(-3), within(1e-12));
  }
}
