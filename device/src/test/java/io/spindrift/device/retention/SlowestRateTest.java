package io.spindrift.device.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.MagneticState;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quadrature and formula against the slowest mode of the Fokker-Planck equation. */
class SlowestRateTest {
  private static Retention solved(HeldJunction junction) {
    return Retention.of(junction, Optional.of(RetentionMethod.FOKKER_PLANCK));
  }

  /** On an axis of symmetry, in a field along it and under a torque: two exact methods. */
  @ParameterizedTest
  @CsvSource({"10, 0, 0", "16, 0.1, 0", "16, 0, 0.1"})
  void quadratureIsTheSlowestRate(double stability, double h, double torque) {
    double damping = 0.1;
    HeldJunction junction =
        EscapeFormulaTest.junction(stability, damping, 0, 0.06 * h, 0, damping * 0.06 * torque);
    StateRates exact = Retention.of(junction, Optional.empty()).rates();
    StateRates rates = solved(junction).rates();
    assertThat(exact.slowestPerSecond() / rates.slowestPerSecond()).isCloseTo(1, within(1e-5));
    if (torque == 0) {
      assertThat(exact.fromParallelPerSecond() / rates.fromParallelPerSecond())
          .isCloseTo(1, within(1e-3));
    }
  }

  /**
   * Fields across the axis, an oblique one and an elliptic junction, from strong to weak damping,
   * where the factor F falls to 0.2: the formula is off by no more than about one over the barrier.
   */
  @ParameterizedTest
  @CsvSource({
    "20, 1, 0.2, 0, 0",
    "20, 0.1, 0.2, 0, 0",
    "20, 0.03, 0.2, 0, 0",
    "20, 0.03, 0.1, 0, 0",
    "20, 0.01, 0.3, 0, 0",
    "24, 0.03, 0.2, 0.05, 0",
    "20, 0.1, 0, 0, 0.2",
    "20, 0.03, 0, 0, 0.3"
  })
  void formulaTendsToTheSlowestRate(
      double stability, double damping, double across, double along, double ellipse) {
    HeldJunction junction =
        EscapeFormulaTest.junction(
            stability, damping, 0.06 * across, 0.06 * along, 0.06 * ellipse, 0);
    Retention exact = solved(junction);
    StateRates formula = new EscapeFormula(junction).rates();
    assertThat(formula.slowestPerSecond() / exact.rates().slowestPerSecond())
        .isCloseTo(1, within(1.2 / exact.barrier(MagneticState.ANTIPARALLEL).orElseThrow()));
  }
}
