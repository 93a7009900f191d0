package io.spindrift.device.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.MagneticState;
import io.spindrift.device.dynamics.LinearField;
import io.spindrift.numerics.Constants;
import io.spindrift.numerics.UnusableInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscapeFormulaTest {
  private static final double BK = 0.06;

  /** A junction of net field 60 mT and a stability factor. */
  static HeldJunction junction(
      double stability, double damping, double bx, double bz, double kx, double twist) {
    double perTesla = 2 * stability / BK;
    double diffusion =
        Constants.GYROMAGNETIC_RATIO_RADIANS_PER_SECOND_TESLA
            * damping
            / ((1 + damping * damping) * perTesla);
    return new HeldJunction(new LinearField(bx, 0, bz, kx, 0, BK, twist), damping, diffusion);
  }

  @Test
  void slowestRateWithoutBarrierIsThatOfFreeDiffusion() {
    // lambda/D = 2 (1 - 2 s/5 + 48 s^2/875 - ...), W. F. Brown 1963; the next term is below 1e-6.
    double s = 0.01;
    HeldJunction weak = junction(s, 0.1, 0, 0, 0, 0);
    assertThat(new AxialRelaxation(weak).slowestPerSecond() / weak.diffusionPerSecond())
        .isCloseTo(2 * (1 - 2 * s / 5 + 48 * s * s / 875), within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"40, 0", "60, 0", "120, 0", "60, 0.2", "120, -0.3"})
  void exactRateTendsToBrownsForAHighBarrier(double stability, double h) {
    // Without a field the correction is 1/s; with one the lower barrier's s (1 - |h|)^2 counts.
    HeldJunction junction = junction(stability, 0.1, 0, h * BK, 0, 0);
    StateRates exact = new AxialRelaxation(junction).rates();
    StateRates brown = new EscapeFormula(junction).rates();
    double lower = stability * (1 - Math.abs(h)) * (1 - Math.abs(h));
    for (MagneticState state : MagneticState.values()) {
      assertThat(exact.from(state) / brown.from(state)).isCloseTo(1, within(1.8 / lower));
    }
    if (h == 0) {
      assertThat((1 - exact.from(MagneticState.PARALLEL) / brown.from(MagneticState.PARALLEL)))
          .isCloseTo(1 / stability, within(3 / (stability * stability)));
    }
  }

  @Test
  void theRatesOfTheTwoStatesAreInTheRatioOfTheirPopulations() {
    HeldJunction tilted = junction(30, 0.1, 0, 0.1 * BK, 0, 0);
    StateRates rates = new AxialRelaxation(tilted).rates();
    // The populations of the wells go as exp(+-2 s h)/(1 +- h), up to corrections of order 1/s.
    double ratio = Math.exp(-4 * 30 * 0.1) * (1 + 0.1) / (1 - 0.1);
    assertThat(rates.fromParallelPerSecond() / rates.fromAntiparallelPerSecond() / ratio)
        .isCloseTo(1, within(0.02));
  }

  @Test
  void torqueAlongTheAxisActsLikeAFieldOverTheDamping() {
    double damping = 0.05;
    HeldJunction torque = junction(30, damping, 0, 0, 0, damping * 0.1 * BK);
    HeldJunction field = junction(30, damping, 0, 0.1 * BK, 0, 0);
    assertThat(new EscapeFormula(torque).rates()).isEqualTo(new EscapeFormula(field).rates());
    assertThatThrownBy(() -> new EscapeFormula(junction(30, damping, 0.2 * BK, 0, 0, 1e-4)))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("fokker-planck");
  }

  @Test
  void depopulationTendsToTheLossAndToOne() {
    assertThat(Depopulation.of(1e-4) / 1e-4).isCloseTo(1, within(0.02));
    assertThat(Depopulation.of(50)).isCloseTo(1, within(1e-5));
    // A(d) = d (1 - |zeta(1/2)| sqrt(d/pi) ...)-type corrections: monotone in between.
    assertThat(Depopulation.of(1)).isBetween(0.35, 0.65);
    assertThat(Depopulation.ofDoubleWell(1e-3, 1e-3) / 0.5e-3).isCloseTo(1, within(0.05));
  }

  @Test
  void strongDampingGivesTheOverdampedRate() {
    // alpha to infinity: Omega = gamma/alpha |c1|, the ordinary Kramers rate on a surface.
    double h = 0.2;
    HeldJunction strong = junction(30, 50, h * BK, 0, 0, 0);
    double wells = BK * BK * (1 - h * h);
    double across = BK * (1 - h);
    double along = h * BK;
    double expected =
        strong.precessionPerTesla()
            * 50
            * across
            / (2 * Math.PI)
            * Math.sqrt(wells / (across * along))
            * Math.exp(-30 * (1 - h) * (1 - h));
    assertThat(new EscapeFormula(strong).ratePerSecond(MagneticState.PARALLEL) / expected)
        .isCloseTo(1, within(1e-3));
  }

  @Test
  void weakDampingLosesTheRateInProportion() {
    double h = 0.2;
    double one = new EscapeFormula(junction(30, 1e-5, h * BK, 0, 0, 0)).rates().slowestPerSecond();
    double two = new EscapeFormula(junction(30, 2e-5, h * BK, 0, 0, 0)).rates().slowestPerSecond();
    assertThat(two / one).isCloseTo(2, within(0.02));
  }
}
