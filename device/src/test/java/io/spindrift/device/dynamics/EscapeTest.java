package io.spindrift.device.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.CheckDevice;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.numerics.Constants;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Test;

/** Thermal escape over the barrier of a free uniaxial macrospin. */
class EscapeTest {
  private static final double DAMPING = 0.3;

  /**
   * The exact mean first-passage time from the pole to the equator,
   *
   * <p>T = (1/D) int_0^1 dz exp(-s z^2)/(1 - z^2) int_z^1 exp(s u^2) du, s the stability factor.
   */
  private static double passageSeconds(double stability, double diffusionPerSecond) {
    GaussIntegratorFactory rules = new GaussIntegratorFactory();
    GaussIntegrator outer = rules.legendre(40, 0, 1);
    double sum = 0;
    for (int i = 0; i < 40; i++) {
      double z = outer.getPoint(i);
      GaussIntegrator inner = rules.legendre(40, z, 1);
      double held = inner.integrate(u -> Math.exp(stability * (u * u - z * z)));
      sum += outer.getWeight(i) * held / (1 - z * z);
    }
    return sum / diffusionPerSecond;
  }

  @Test
  void exactPassageTimeTendsToNeelBrown() {
    // Brown's high-barrier rate to the other well is gamma alpha Bk/(1 + alpha^2) sqrt(s/pi)
    // exp(-s); half of those that reach the equator go on. Corrections are of order 1/s.
    double stability = 50;
    MacrospinDevice device = CheckDevice.ofStability(stability, DAMPING);
    double rate =
        Constants.GYROMAGNETIC_RATIO_RADIANS_PER_SECOND_TESLA
            * DAMPING
            / (1 + DAMPING * DAMPING)
            * EffectiveField.uniaxialTesla(device, 0)
            * Math.sqrt(stability / Math.PI)
            * Math.exp(-stability);
    double diffusion = ThermalField.diffusionPerSecond(device.freeLayer(), 300);
    assertThat(2 * rate * passageSeconds(stability, diffusion)).isCloseTo(1, within(0.04));
  }

  @Test
  void simulatedPassageHasTheExactMeanAndIsNearlyExponential() {
    // 600 passages. Their mean has 4 % error; seeing the equator only every step adds about 1 %.
    // Four standard errors and that: false alarm below 1e-4.
    double stability = 3;
    MacrospinDevice device = CheckDevice.ofStability(stability, DAMPING);
    double exact =
        passageSeconds(stability, ThermalField.diffusionPerSecond(device.freeLayer(), 300));
    double dt = 2e-12;
    Segment step = Segment.of(device, 0, dt, 300, dt);
    HeunStepper spin = new HeunStepper(DAMPING);
    int passages = 600;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < passages; i++) {
      RandomStream random = StreamKey.root(11).at(i).open();
      spin.start(0, 0, 1);
      spin.drive(step.field(), step.stepSeconds(), step.thermalSigmaTesla());
      long steps = 0;
      while (spin.mz() > 0) {
        spin.advance(1, random);
        steps++;
      }
      sum += steps * dt;
      squares += steps * dt * steps * dt;
    }
    double mean = sum / passages;
    double deviation = Math.sqrt(squares / passages - mean * mean);
    assertThat(mean / exact).isCloseTo(1.01, within(0.16));
    assertThat(deviation / mean).isCloseTo(0.95, within(0.15));
  }
}
