package io.spindrift.device.fokkerplanck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.dynamics.HeunStepper;
import io.spindrift.device.dynamics.LinearField;
import io.spindrift.device.dynamics.SphereRegion;
import org.junit.jupiter.api.Test;

/** The generator against the stepper's convention, and its two exact properties. */
class GeneratorTest {
  private static final int DEGREE = 40;
  private static final double DAMPING = 0.1;
  private static final double DIFFUSION = 1e8;
  private static final LinearField EVERYTHING =
      new LinearField(0.011, -0.007, 0.005, -0.02, -0.013, 0.03, 0.009);
  private static final LinearField CONSERVATIVE =
      new LinearField(0.011, -0.007, 0.005, -0.02, -0.013, 0.03);

  private final DriftBasis basis = new DriftBasis(DEGREE);
  private final HarmonicLayout layout = basis.layout();

  /** Coefficients of mx, my, mz times (4 pi/3)^(1/2). */
  private int component(int i) {
    return layout.at(i == 1 ? HarmonicLayout.SINE : HarmonicLayout.COSINE, 1, i == 2 ? 0 : 1);
  }

  @Test
  void aSharpDensityMovesAsTheStepperMovesItsMean() {
    // A density exp(kappa m.a) about a; mean of the velocity over it by quadrature of the moments.
    LinearField pull = new LinearField(0.3, 0.5, -0.4, 0, 0, 0);
    BoltzmannDensity density = new BoltzmannDensity(pull, 40, SphereRegion.WHOLE, DEGREE);
    double[] p = density.projected(layout).coefficients();
    Generator generator = basis.generator(EVERYTHING, DAMPING, DIFFUSION);
    double[] change = generator.operator().applied(p);
    double[] expected = meanVelocity(pull, 40);
    double unit = Math.sqrt(4 * Math.PI / 3);
    for (int i = 0; i < 3; i++) {
      double drift = unit * (change[component(i)] + 2 * DIFFUSION * p[component(i)]);
      // Velocities are near 3e9 per second; the time of the reference costs 1e-4 of them.
      assertThat(drift).isCloseTo(expected[i], within(3e5));
    }
  }

  /** The mean over exp(kappa a.m) of the displacement of one short noise-free step, per second. */
  private static double[] meanVelocity(LinearField pull, double kappa) {
    double step = 1e-14;
    HeunStepper spin = new HeunStepper(DAMPING);
    spin.drive(EVERYTHING, step, 0);
    double[] sums = new double[3];
    double norm = 0;
    int rings = 400;
    int azimuths = 128;
    for (int i = 0; i < rings; i++) {
      double z = -1 + (2 * i + 1.0) / rings;
      for (int j = 0; j < azimuths; j++) {
        double phi = 2 * Math.PI * j / azimuths;
        double x = Math.sqrt(1 - z * z) * Math.cos(phi);
        double y = Math.sqrt(1 - z * z) * Math.sin(phi);
        double weight = Math.exp(-kappa * pull.energyTesla(x, y, z));
        double[] v = velocity(spin, x, y, z, step);
        for (int k = 0; k < 3; k++) {
          sums[k] += weight * v[k];
        }
        norm += weight;
      }
    }
    return new double[] {sums[0] / norm, sums[1] / norm, sums[2] / norm};
  }

  private static double[] velocity(HeunStepper spin, double x, double y, double z, double step) {
    spin.start(x, y, z);
    spin.advanceWithoutNoise(1);
    return new double[] {(spin.mx() - x) / step, (spin.my() - y) / step, (spin.mz() - z) / step};
  }

  @Test
  void theBoltzmannLawStands() {
    Generator generator = basis.generator(CONSERVATIVE, DAMPING, DIFFUSION);
    double perTesla = BoltzmannDensity.perTesla(DAMPING, DIFFUSION);
    double[] law =
        new BoltzmannDensity(CONSERVATIVE, perTesla, SphereRegion.WHOLE, DEGREE)
            .projected(layout)
            .coefficients();
    double largest = 0;
    for (double rate : generator.operator().applied(law)) {
      largest = Math.max(largest, Math.abs(rate));
    }
    // Round-off of a matrix whose norm is near 1e11 per second.
    assertThat(largest).isLessThan(1e-13 * generator.turningPerSecond());
  }

  @Test
  void noElementFeedsTheConservedCoefficient() {
    basis
        .generator(EVERYTHING, DAMPING, DIFFUSION)
        .operator()
        .forEach((shift, l, m, value) -> assertThat(l).isPositive());
  }

  @Test
  void aSlopeCommonToAllAxesDoesNothing() {
    LinearField shifted = new LinearField(0.011, -0.007, 0.005, 0.48, 0.487, 0.53, 0.009);
    double[] p = Hemispheres.signOfMz(layout);
    double[] one = basis.generator(EVERYTHING, DAMPING, DIFFUSION).operator().applied(p);
    double[] two = basis.generator(shifted, DAMPING, DIFFUSION).operator().applied(p);
    assertThat(two).containsExactly(one, within(1e-12 * 1e11));
  }

  @Test
  void theBoundsHoldTheGrowthOfEveryDensity() {
    Generator generator = basis.generator(EVERYTHING, DAMPING, DIFFUSION);
    double[] p = Hemispheres.signOfMz(layout);
    double[] change = generator.operator().applied(p);
    double quotient = 0;
    double norm = 0;
    for (int i = 0; i < p.length; i++) {
      quotient += p[i] * change[i];
      norm += p[i] * p[i];
    }
    assertThat(quotient / norm)
        .isBetween(generator.lowestPerSecond(), generator.highestPerSecond());
  }
}
