package io.spindrift.device.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.numerics.Constants;
import io.spindrift.numerics.NumericalFailure;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.ConvergenceOrder;
import org.junit.jupiter.api.Test;

class DampedPrecessionTest {
  private static final double FIELD_TESLA = 0.1;
  private static final double DAMPING = 0.1;
  private static final double SECONDS = 1e-9;

  @Test
  void relaxationFollowsItsClosedForm() {
    assertThat(error(50_000)).isLessThan(1e-6);
  }

  @Test
  void withoutNoiseTheSchemeIsOfSecondOrder() {
    double order = ConvergenceOrder.of(1 / 500.0, 3, step -> error((int) Math.round(1 / step)));
    assertThat(order).isCloseTo(2, within(0.05));
  }

  /**
   * In the field of a uniaxial anisotropy, which turns with the magnetisation: tan theta = tan
   * theta0 exp(-alpha w t) and phi = ln(tan(theta0/2)/tan(theta/2))/alpha, w = gamma Bk/(1 +
   * alpha^2).
   */
  @Test
  void withAnAnisotropyTheSchemeIsOfSecondOrder() {
    double order =
        ConvergenceOrder.of(1 / 500.0, 3, step -> uniaxialError((int) Math.round(1 / step)));
    assertThat(order).isCloseTo(2, within(0.05));
    assertThat(uniaxialError(50_000)).isLessThan(1e-6);
  }

  private static double uniaxialError(int steps) {
    HeunStepper spin = new HeunStepper(DAMPING);
    spin.start(Math.sin(1.2), 0, Math.cos(1.2));
    spin.drive(new LinearField(0, 0, 0, 0, 0, FIELD_TESLA), SECONDS / steps, 0);
    spin.advanceWithoutNoise(steps);
    double turn =
        Constants.GYROMAGNETIC_RATIO_RADIANS_PER_SECOND_TESLA
            * FIELD_TESLA
            * SECONDS
            / (1 + DAMPING * DAMPING);
    double theta = Math.atan(Math.tan(1.2) * Math.exp(-DAMPING * turn));
    double phi = Math.log(Math.tan(0.6) / Math.tan(theta / 2)) / DAMPING;
    double dx = spin.mx() - Math.sin(theta) * Math.cos(phi);
    double dy = spin.my() - Math.sin(theta) * Math.sin(phi);
    double dz = spin.mz() - Math.cos(theta);
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }

  @Test
  void lengthIsKept() {
    HeunStepper spin = new HeunStepper(DAMPING);
    spin.drive(new LinearField(0.01, 0, 0.02, 0, 0, 0.06), 1e-12, 0.05);
    spin.advance(10_000, StreamKey.root(1).open());
    double norm = Math.hypot(Math.hypot(spin.mx(), spin.my()), spin.mz());
    assertThat(norm).isCloseTo(1, within(1e-15));
  }

  @Test
  void stateThatIsNotFiniteIsToldWithTimeStepAndState() {
    HeunStepper spin = new HeunStepper(DAMPING);
    spin.drive(new LinearField(Double.NaN, 0, 0, 0, 0, 0), 1e-12, 0);
    assertThatThrownBy(() -> spin.advanceWithoutNoise(5))
        .isInstanceOf(NumericalFailure.class)
        .hasMessageContaining("magnetisation must stay finite, but was (NaN")
        .hasMessageContaining("step 5")
        .hasMessageContaining("5.00000e-12 s");
  }

  /**
   * Distance from the closed form in a constant field along z.
   *
   * <p>tan(theta/2) = tan(theta0/2) exp(-alpha w t), phi = w t, w = gamma B/(1 + alpha^2).
   */
  private static double error(int steps) {
    HeunStepper spin = new HeunStepper(DAMPING);
    spin.start(Math.sin(2.0), 0, Math.cos(2.0));
    spin.drive(new LinearField(0, 0, FIELD_TESLA, 0, 0, 0), SECONDS / steps, 0);
    spin.advanceWithoutNoise(steps);
    double turn =
        Constants.GYROMAGNETIC_RATIO_RADIANS_PER_SECOND_TESLA
            * FIELD_TESLA
            * SECONDS
            / (1 + DAMPING * DAMPING);
    double theta = 2 * Math.atan(Math.tan(1.0) * Math.exp(-DAMPING * turn));
    double dx = spin.mx() - Math.sin(theta) * Math.cos(turn);
    double dy = spin.my() - Math.sin(theta) * Math.sin(turn);
    double dz = spin.mz() - Math.cos(theta);
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }
}
