package io.spindrift.device.switching;

import io.spindrift.device.dynamics.BoltzmannLaw;
import io.spindrift.device.dynamics.EffectiveField;
import io.spindrift.device.dynamics.HeunStepper;
import io.spindrift.device.dynamics.Segment;
import io.spindrift.device.dynamics.SphereRegion;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;

/**
 * Whether the simulated magnetisation keeps the Boltzmann law: the mean of mz^2 at zero voltage.
 *
 * <p>Each trajectory starts from the exact law and is averaged over its own time after settling. A
 * stepper with a wrong stationary law leaves the start within a relaxation time. Readings within a
 * trajectory are correlated, so the error comes from the scatter between trajectories alone.
 */
public final class EquilibriumExperiment {
  /**
   * Runs the experiment.
   *
   * @param device the junction
   * @param settings what to simulate
   * @param key where all its chance comes from, by trajectory
   * @param workers threads that share the trajectories
   * @param progress told of every trajectory
   */
  public static EquilibriumResult run(
      MacrospinDevice device,
      EquilibriumSettings settings,
      StreamKey key,
      Workers workers,
      Progress progress) {
    double temperature = settings.temperatureKelvin();
    BoltzmannLaw law = BoltzmannLaw.atRest(device, temperature, SphereRegion.WHOLE);
    Segment settle =
        Segment.of(device, 0, settings.settleSeconds(), temperature, settings.stepSeconds());
    double between = settings.averageSeconds() / settings.readings();
    Segment reading = Segment.of(device, 0, between, temperature, settings.stepSeconds());
    double[] means = new double[settings.trajectories()];
    try (Progress.Task task = progress.begin("equilibrium", means.length, "trajectories")) {
      workers.forEach(
          means.length,
          trajectory -> {
            HeunStepper spin = new HeunStepper(device.freeLayer().damping());
            RandomStream random = key.at(trajectory).open();
            law.draw(random, spin);
            follow(spin, settle, random);
            double sum = 0;
            for (int i = 0; i < settings.readings(); i++) {
              progress.checkStopped();
              follow(spin, reading, random);
              sum += spin.mz() * spin.mz();
            }
            means[trajectory] = sum / settings.readings();
            task.advance(1);
          });
    }
    return result(device, settings, law.meanSquareMz(), means);
  }

  private static void follow(HeunStepper spin, Segment segment, RandomStream random) {
    spin.drive(segment.field(), segment.stepSeconds(), segment.thermalSigmaTesla());
    spin.advance(segment.steps(), random);
  }

  private static EquilibriumResult result(
      MacrospinDevice device, EquilibriumSettings settings, double exact, double[] means) {
    double mean = 0;
    for (double value : means) {
      mean += value / means.length;
    }
    double squares = 0;
    for (double value : means) {
      squares += (value - mean) * (value - mean);
    }
    double error = Math.sqrt(squares / (means.length - 1.0) / means.length);
    return new EquilibriumResult(
        device.name(),
        EffectiveField.stabilityFactor(device, settings.temperatureKelvin()),
        means.length,
        settings.stepSeconds(),
        mean,
        error,
        exact);
  }

  private EquilibriumExperiment() {}
}
