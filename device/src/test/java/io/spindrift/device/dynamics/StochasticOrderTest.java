package io.spindrift.device.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.numerics.Constants;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.ConvergenceOrder;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Test;

/** Observed orders of the stochastic Heun scheme, in units where the noise sets the clock. */
class StochasticOrderTest {
  private static final double GAMMA = Constants.GYROMAGNETIC_RATIO_RADIANS_PER_SECOND_TESLA;
  private static final double DAMPING = 0.1;
  private static final double SECONDS = 1e-9;
  // Brownian angle of one radian per component over SECONDS.
  private static final double ANGLE_PER_ROOT_SECOND = 1 / Math.sqrt(SECONDS);

  /**
   * The mean of free rotational diffusion decays as exp(-2 D t). By symmetry one step multiplies it
   * by a number c that three-dimensional Gauss-Hermite quadrature gives without sampling error, so
   * that c^n against exp(-2 D t) is the weak error itself.
   */
  @Test
  void weakOrderIsOne() {
    double order = ConvergenceOrder.of(1 / 128.0, 3, step -> weakError((int) Math.round(1 / step)));
    assertThat(order).isCloseTo(1, within(0.05));
    assertThat(weakError(4096)).isLessThan(1e-3);
  }

  private static double weakError(int steps) {
    double dt = SECONDS / steps;
    double sigma = ANGLE_PER_ROOT_SECOND / (GAMMA * Math.sqrt(dt));
    double diffusion = ANGLE_PER_ROOT_SECOND * ANGLE_PER_ROOT_SECOND / 2 / (1 + DAMPING * DAMPING);
    double decay = Math.pow(meanOfOneStep(dt, sigma), steps);
    return Math.abs(decay - Math.exp(-2 * diffusion * SECONDS));
  }

  /** E[mz] after one step from the pole. */
  private static double meanOfOneStep(double dt, double sigma) {
    GaussIntegrator nodes = new GaussIntegratorFactory().hermite(24);
    HeunStepper spin = new HeunStepper(DAMPING);
    spin.drive(new LinearField(0, 0, 0, 0, 0, 0), dt, 0);
    double scale = sigma * Math.sqrt(2);
    double mean = 0;
    double weight = 0;
    for (int i = 0; i < 24; i++) {
      for (int j = 0; j < 24; j++) {
        for (int k = 0; k < 24; k++) {
          spin.start(0, 0, 1);
          spin.step(
              scale * nodes.getPoint(i), scale * nodes.getPoint(j), scale * nodes.getPoint(k));
          double w = nodes.getWeight(i) * nodes.getWeight(j) * nodes.getWeight(k);
          mean += w * spin.mz();
          weight += w;
        }
      }
    }
    return mean / weight;
  }

  /**
   * Paths against a much finer step on the same noise. Three rotations do not commute, which limits
   * any scheme that sees only the increments to order one half.
   */
  @Test
  void strongOrderIsOneHalfForThreeNoises() {
    double order =
        ConvergenceOrder.of(1 / 32.0, 3, step -> strongError((int) Math.round(1 / step), 3));
    assertThat(order).isCloseTo(0.5, within(0.15));
  }

  /** A single noise commutes with itself; the scheme then reaches order one. */
  @Test
  void strongOrderIsOneForASingleNoise() {
    double order =
        ConvergenceOrder.of(1 / 32.0, 3, step -> strongError((int) Math.round(1 / step), 1));
    assertThat(order).isCloseTo(1, within(0.2));
  }

  /** Root mean square distance over 400 paths, 4,096 increments each. */
  private static double strongError(int steps, int noises) {
    int finest = 4096;
    double squares = 0;
    for (int path = 0; path < 400; path++) {
      HeunStepper reference = spin(finest);
      HeunStepper spin = spin(steps);
      RandomStream random = StreamKey.root(7).at(path).open();
      double perStep = ANGLE_PER_ROOT_SECOND / GAMMA / Math.sqrt(SECONDS / finest);
      double[] sum = new double[3];
      for (int i = 1; i <= finest; i++) {
        double[] h = new double[3];
        for (int k = 0; k < noises; k++) {
          h[k] = perStep * random.nextGaussian();
          sum[k] += h[k];
        }
        reference.step(h[0], h[1], h[2]);
        int together = finest / steps;
        if (i % together == 0) {
          spin.step(sum[0] / together, sum[1] / together, sum[2] / together);
          sum = new double[3];
        }
      }
      double dx = spin.mx() - reference.mx();
      double dy = spin.my() - reference.my();
      double dz = spin.mz() - reference.mz();
      squares += dx * dx + dy * dy + dz * dz;
    }
    return Math.sqrt(squares / 400);
  }

  private static HeunStepper spin(int steps) {
    HeunStepper spin = new HeunStepper(DAMPING);
    spin.start(0.6, 0, 0.8);
    spin.drive(new LinearField(0, 0, 0, 0, 0, 0.005), SECONDS / steps, 0);
    return spin;
  }
}
