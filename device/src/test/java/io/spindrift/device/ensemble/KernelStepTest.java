package io.spindrift.device.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.dynamics.LinearField;
import io.spindrift.device.dynamics.Segment;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.ConvergenceOrder;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One Heun step of every kernel against the plain stepper, closed forms and observed orders. */
class KernelStepTest {
  private static final double SECONDS = 1e-9;
  // Brownian angle of one radian per component over SECONDS.
  private static final double ANGLE_PER_ROOT_SECOND = 1 / Math.sqrt(SECONDS);

  /** General field, spin torque and damping; the tolerance is twenty roundings of a component. */
  @ParameterizedTest
  @CsvSource({
    "float32 vector, 1.2e-6",
    "float32 scalar, 1.2e-6",
    "float64 vector, 1e-9",
    "float64 scalar, 1e-9"
  })
  void stepIsThatOfThePlainStepper(String way, double tolerance) {
    RandomStream random = StreamKey.root(3).open();
    for (int trial = 0; trial < 50; trial++) {
      double alpha = trial % 2 == 0 ? 0.03 : 0.7;
      LinearField field =
          new LinearField(
              0.05 * random.nextGaussian(),
              0.05 * random.nextGaussian(),
              0.05 * random.nextGaussian(),
              0.1 * random.nextGaussian(),
              0.1 * random.nextGaussian(),
              0.1 * random.nextGaussian(),
              trial % 3 == 0 ? 0 : 0.02 * random.nextGaussian());
      Segment segment = new Segment(field, 1, 0.2e-12, 0, 0);
      double z = 2 * random.nextDouble() - 1;
      double phi = 6 * random.nextDouble();
      double r = Math.sqrt(1 - z * z);
      double[] m = {r * Math.cos(phi), r * Math.sin(phi), z};
      SteppedSpins spins = SteppedSpins.of(way, alpha, 1);
      spins.start(0, m[0], m[1], m[2]);
      spins.step(segment, new double[1][3]);
      assertThat(spins.m(0))
          .containsExactly(SteppedSpins.reference(segment, alpha, m), within(tolerance));
    }
  }

  /**
   * Distance from the closed form in a constant field along z: tan(theta/2) = tan(theta0/2)
   * exp(-alpha w t), phi = w t, w = gamma B/(1 + alpha^2). Single precision adds 1e-7 a step, so
   * its order is read where that is small beside the error of the scheme.
   */
  @ParameterizedTest
  @CsvSource({"float64 vector, 500, 0.05", "float64 scalar, 500, 0.05", "float32 vector, 90, 0.1"})
  void withoutNoiseTheSchemeIsOfSecondOrder(String way, int steps, double tolerance) {
    double order =
        ConvergenceOrder.of(1.0 / steps, 3, h -> relaxationError(way, (int) Math.round(1 / h)));
    assertThat(order).isCloseTo(2, within(tolerance));
  }

  private static double relaxationError(String way, int steps) {
    double alpha = 0.1;
    double tesla = 0.1;
    SteppedSpins spins = SteppedSpins.of(way, alpha, 1);
    spins.start(0, Math.sin(2.0), 0, Math.cos(2.0));
    Segment segment = new Segment(new LinearField(0, 0, tesla, 0, 0, 0), 1, SECONDS / steps, 0, 0);
    for (int i = 0; i < steps; i++) {
      spins.step(segment, new double[1][3]);
    }
    double turn = SteppedSpins.gamma() * tesla * SECONDS / (1 + alpha * alpha);
    double theta = 2 * Math.atan(Math.tan(1.0) * Math.exp(-alpha * turn));
    double[] m = spins.m(0);
    double dx = m[0] - Math.sin(theta) * Math.cos(turn);
    double dy = m[1] - Math.sin(theta) * Math.sin(turn);
    double dz = m[2] - Math.cos(theta);
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }

  /**
   * Small precession in an in-plane field: gamma/(2 pi) sqrt(Bk^2 - Bx^2). Double precision to
   * 1e-6; single precision to 1e-4: it needs an amplitude of 0.01, which shifts the frequency by
   * 5e-5.
   */
  @ParameterizedTest
  @CsvSource({
    "float64 vector, 1e-4, 1e-6",
    "float64 scalar, 1e-4, 1e-6",
    "float32 vector, 1e-2, 1e-4"
  })
  void frequencyInAnInPlaneFieldIsThatOfKittel(String way, double amplitude, double tolerance) {
    double bk = 0.06374;
    double bx = 0.0125664;
    SteppedSpins spins = SteppedSpins.of(way, 0, 1);
    double sine = bx / bk;
    double norm = Math.sqrt(1 + amplitude * amplitude);
    spins.start(0, sine / norm, amplitude / norm, Math.sqrt(1 - sine * sine) / norm);
    double step = 0.1e-12;
    Segment segment = new Segment(new LinearField(bx, 0, 0, 0, 0, bk), 1, step, 0, 0);
    double[][] still = new double[1][3];
    double first = -1;
    double last = -1;
    int crossings = 0;
    for (long i = 0; crossings < 21; i++) {
      double before = spins.m(0)[1];
      spins.step(segment, still);
      double after = spins.m(0)[1];
      if (before < 0 && after >= 0) {
        last = (i + before / (before - after)) * step;
        first = crossings++ == 0 ? last : first;
      }
    }
    double expected = SteppedSpins.gamma() / (2 * Math.PI) * Math.sqrt(bk * bk - bx * bx);
    assertThat(20 / (last - first)).isCloseTo(expected, within(tolerance * expected));
  }

  /** The mean of free diffusion decays as exp(-2 D t); one step by Gauss-Hermite quadrature. */
  @ParameterizedTest
  @ValueSource(strings = {"float32 vector", "float64 vector", "float64 scalar"})
  void weakOrderIsOne(String way) {
    double order = ConvergenceOrder.of(1 / 64.0, 3, h -> weakError(way, (int) Math.round(1 / h)));
    assertThat(order).isCloseTo(1, within(0.05));
  }

  private static double weakError(String way, int steps) {
    double alpha = 0.1;
    double dt = SECONDS / steps;
    double sigma = ANGLE_PER_ROOT_SECOND / (SteppedSpins.gamma() * Math.sqrt(dt));
    GaussIntegrator nodes = new GaussIntegratorFactory().hermite(24);
    SteppedSpins spins = SteppedSpins.of(way, alpha, 24 * 24 * 24);
    double[][] h = new double[24 * 24 * 24][3];
    for (int i = 0; i < h.length; i++) {
      spins.start(i, 0, 0, 1);
      int[] node = {i % 24, i / 24 % 24, i / 576};
      for (int k = 0; k < 3; k++) {
        h[i][k] = Math.sqrt(2) * nodes.getPoint(node[k]);
      }
    }
    spins.step(new Segment(new LinearField(0, 0, 0, 0, 0, 0), 1, dt, sigma, 0), h);
    double mean = 0;
    double weight = 0;
    for (int i = 0; i < h.length; i++) {
      double w = nodes.getWeight(i % 24) * nodes.getWeight(i / 24 % 24) * nodes.getWeight(i / 576);
      mean += w * spins.m(i)[2];
      weight += w;
    }
    double diffusion = ANGLE_PER_ROOT_SECOND * ANGLE_PER_ROOT_SECOND / 2 / (1 + alpha * alpha);
    return Math.abs(Math.pow(mean / weight, steps) - Math.exp(-2 * diffusion * SECONDS));
  }

  /** Three rotations do not commute: order one half. A single noise does: order one. */
  @ParameterizedTest
  @CsvSource({
    "float32 vector, 3, 0.5, 0.15",
    "float64 vector, 3, 0.5, 0.15",
    "float32 vector, 1, 1, 0.2",
    "float64 vector, 1, 1, 0.2"
  })
  void strongOrderIsThatOfTheStochasticHeunScheme(
      String way, int noises, double expected, double tolerance) {
    double order =
        ConvergenceOrder.of(1 / 32.0, 3, h -> strongError(way, (int) Math.round(1 / h), noises));
    assertThat(order).isCloseTo(expected, within(tolerance));
  }

  /** Root mean square distance of 400 paths from 2,048 steps on the same noise. */
  private static double strongError(String way, int steps, int noises) {
    int finest = 2048;
    int paths = 400;
    SteppedSpins fine = SteppedSpins.of("float64 vector", 0.1, paths);
    SteppedSpins coarse = SteppedSpins.of(way, 0.1, paths);
    RandomStream[] random = new RandomStream[paths];
    for (int i = 0; i < paths; i++) {
      fine.start(i, 0.6, 0, 0.8);
      coarse.start(i, 0.6, 0, 0.8);
      random[i] = StreamKey.root(7).at(i).open();
    }
    int together = finest / steps;
    double[][] h = new double[paths][3];
    double[][] sum = new double[paths][3];
    for (int step = 1; step <= finest; step++) {
      for (int i = 0; i < paths; i++) {
        for (int k = 0; k < noises; k++) {
          h[i][k] = random[i].nextGaussian();
          sum[i][k] += h[i][k] / Math.sqrt(together);
        }
      }
      fine.step(diffusing(finest), h);
      if (step % together == 0) {
        coarse.step(diffusing(steps), sum);
        sum = new double[paths][3];
      }
    }
    double squares = 0;
    for (int i = 0; i < paths; i++) {
      for (int k = 0; k < 3; k++) {
        squares += Math.pow(fine.m(i)[k] - coarse.m(i)[k], 2);
      }
    }
    return Math.sqrt(squares / paths);
  }

  private static Segment diffusing(int steps) {
    double dt = SECONDS / steps;
    double sigma = ANGLE_PER_ROOT_SECOND / (SteppedSpins.gamma() * Math.sqrt(dt));
    return new Segment(new LinearField(0, 0, 0, 0, 0, 0.005), 1, dt, sigma, 0);
  }
}
