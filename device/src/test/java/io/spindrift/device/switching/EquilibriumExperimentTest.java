package io.spindrift.device.switching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.CheckDevice;
import io.spindrift.device.ensemble.Kernel;
import io.spindrift.device.spec.BiasField;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.DistributionAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EquilibriumExperimentTest {
  /**
   * Independent trajectories, each settled for about two relaxation times and averaged over one
   * more; the error comes from the scatter between them. Three standard errors: false alarm 0.3 %
   * each.
   */
  @ParameterizedTest
  @CsvSource({
    "REFERENCE, 1.3,  0.3, 1e-12, 700",
    "REFERENCE, 7.8,  0.1, 5e-12, 1000",
    "REFERENCE, 19.9, 0.03, 1e-12, 400",
    "REFERENCE, 40,   0.03, 5e-12, 1500",
    "FLOAT64, 1.3,  0.3, 1e-12, 4096",
    "FLOAT64, 1.3,  0.3, 5e-12, 8192",
    "FLOAT64, 7.8,  0.1, 1e-12, 4096",
    "FLOAT64, 19.9, 0.03, 1e-12, 4096",
    "FLOAT64, 19.9, 0.03, 5e-12, 8192",
    "FLOAT64, 40,   0.03, 1e-12, 4096",
    "FLOAT32, 1.3,  0.3, 1e-12, 8192",
    "FLOAT32, 7.8,  0.1, 1e-12, 8192",
    "FLOAT32, 7.8,  0.1, 5e-12, 8192",
    "FLOAT32, 19.9, 0.03, 1e-12, 8192",
    "FLOAT32, 40,   0.03, 1e-12, 8192",
    "FLOAT32, 40,   0.03, 5e-12, 8192",
  })
  void meanSquareMagnetisationIsThatOfBoltzmann(
      Kernel kernel, double stability, double damping, double step, int trajectories) {
    MacrospinDevice device = CheckDevice.ofStability(stability, damping);
    EquilibriumResult result = run(device, kernel, 300, trajectories, step);
    assertThat(result.stabilityFactor()).isCloseTo(stability, within(1e-9));
    assertThat(result.deviations()).isBetween(-3.0, 3.0);
    assertThat(result.standardError()).isLessThan(0.012);
  }

  /** Fields at several angles, other temperatures and dampings, all kernels. */
  @ParameterizedTest
  @CsvSource({
    "REFERENCE, 0.02, 0.01, 0.01, 250, 0.1, 300",
    "FLOAT64, 0.02, 0.01, 0.01, 250, 0.1, 4096",
    "FLOAT32, 0.02, 0.01, 0.01, 250, 0.1, 4096",
    "FLOAT64, 0, 0.03, -0.005, 400, 0.05, 4096",
    "FLOAT32, 0, 0.03, -0.005, 400, 0.05, 4096",
    "FLOAT32, 0.05, 0.05, 0, 77, 0.4, 4096",
    "FLOAT32, 0, 0, 0.02, 600, 0.008, 4096",
  })
  void meanSquareMagnetisationIsThatOfBoltzmannInAnyFieldAtAnyTemperature(
      Kernel kernel, double bx, double by, double bz, double kelvin, double damping, int count) {
    MacrospinDevice free = CheckDevice.ofStability(11, damping);
    MacrospinDevice device = free.withBiasField(new BiasField(bx, by, bz));
    EquilibriumResult result = run(device, kernel, kelvin, count, 1e-12);
    assertThat(result.deviations()).isBetween(-3.0, 3.0);
  }

  /** Chi-square over the bins of the exact law; readings 3 ns apart count as independent. */
  @Test
  void histogramOfMzIsThatOfTheBoltzmannLaw() {
    int count = 16384;
    EquilibriumResult result =
        run(CheckDevice.ofStability(3, 0.3), Kernel.FLOAT32, 300, count, 1e-12, 1);
    long[] counts = new long[result.exactShares().size()];
    double[] expected = new double[counts.length];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = Math.round(result.simulatedShares().get(i) * count);
      expected[i] = result.exactShares().get(i) * count;
    }
    DistributionAssert.chiSquare(counts, expected, 4);
  }

  @Test
  void checkDeviceKeepsItsMeanSquareInTheExactLawAndInSimulation() {
    EquilibriumResult result = run(CheckDevice.free(), Kernel.FLOAT32, 300, 8192, 1e-12);
    assertThat(result.exactMeanSquareMz()).isCloseTo(0.948402, within(2e-6));
    assertThat(result.deviations()).isBetween(-3.0, 3.0);
  }

  @ParameterizedTest
  @EnumSource
  void resultIsTheSameForAnyNumberOfThreads(Kernel kernel) {
    EquilibriumSettings settings = new EquilibriumSettings(300, 300, 1e-12, 1e-10, 1e-10, 2);
    EquilibriumResult one = run(CheckDevice.precessional(), kernel, settings, 1);
    for (int threads : new int[] {3, 8}) {
      assertThat(run(CheckDevice.precessional(), kernel, settings, threads)).isEqualTo(one);
    }
  }

  private static EquilibriumResult run(
      MacrospinDevice device, Kernel kernel, double kelvin, int trajectories, double step) {
    return run(device, kernel, kelvin, trajectories, step, 4);
  }

  private static EquilibriumResult run(
      MacrospinDevice device,
      Kernel kernel,
      double kelvin,
      int trajectories,
      double step,
      int readings) {
    return run(
        device,
        kernel,
        new EquilibriumSettings(kelvin, trajectories, step, 4e-9, 2e-9, readings),
        1);
  }

  private static EquilibriumResult run(
      MacrospinDevice device, Kernel kernel, EquilibriumSettings settings, int threads) {
    try (Workers workers = new Workers(threads)) {
      return EquilibriumExperiment.run(
          device,
          settings,
          kernel,
          StreamKey.root(2026).purpose("equilibrium"),
          workers,
          Progress.NONE);
    }
  }
}
