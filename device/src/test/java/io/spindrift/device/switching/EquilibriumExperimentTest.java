package io.spindrift.device.switching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.CheckDevice;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EquilibriumExperimentTest {
  /**
   * Independent trajectories, each settled for about two relaxation times and averaged over one
   * more; the error comes from the scatter between them. Three standard errors: false alarm 0.3 %
   * each.
   */
  @ParameterizedTest
  @CsvSource({
    "1.3,  0.3, 1e-12, 600",
    "1.3,  0.3, 5e-12, 1500",
    "7.8,  0.1, 1e-12, 600",
    "7.8,  0.1, 5e-12, 1500",
    "19.9, 0.03, 1e-12, 800",
    "19.9, 0.03, 5e-12, 2000",
    "40,   0.03, 1e-12, 800",
    "40,   0.03, 5e-12, 2000",
  })
  void meanSquareMagnetisationIsThatOfBoltzmann(
      double stability, double damping, double step, int trajectories) {
    MacrospinDevice device = CheckDevice.ofStability(stability, damping);
    EquilibriumResult result = run(device, trajectories, step, 6e-9, 3e-9, 4, 1);
    assertThat(result.stabilityFactor()).isCloseTo(stability, within(1e-9));
    assertThat(result.deviations()).isBetween(-3.0, 3.0);
    assertThat(result.standardError()).isLessThan(0.012);
  }

  @Test
  void checkDeviceKeepsItsMeanSquareInTheExactLawAndInSimulation() {
    EquilibriumResult result = run(CheckDevice.free(), 1_000, 1e-12, 6e-9, 3e-9, 4, 1);
    assertThat(result.exactMeanSquareMz()).isCloseTo(0.948402, within(2e-6));
    assertThat(result.deviations()).isBetween(-3.0, 3.0);
  }

  @Test
  void resultIsTheSameForAnyNumberOfThreads() {
    EquilibriumResult one = run(CheckDevice.precessional(), 64, 1e-12, 1e-10, 1e-10, 2, 1);
    for (int threads : new int[] {3, 8}) {
      assertThat(run(CheckDevice.precessional(), 64, 1e-12, 1e-10, 1e-10, 2, threads))
          .isEqualTo(one);
    }
  }

  private static EquilibriumResult run(
      MacrospinDevice device,
      int trajectories,
      double step,
      double settle,
      double average,
      int readings,
      int threads) {
    EquilibriumSettings settings =
        new EquilibriumSettings(300, trajectories, step, settle, average, readings);
    try (Workers workers = new Workers(threads)) {
      return EquilibriumExperiment.run(
          device, settings, StreamKey.root(2026).purpose("equilibrium"), workers, Progress.NONE);
    }
  }
}
