package io.spindrift.device.switching;

import io.spindrift.device.dynamics.BoltzmannLaw;
import io.spindrift.device.dynamics.EffectiveField;
import io.spindrift.device.dynamics.Segment;
import io.spindrift.device.dynamics.SphereRegion;
import io.spindrift.device.ensemble.Kernel;
import io.spindrift.device.ensemble.SpinEnsemble;
import io.spindrift.device.ensemble.StepLimit;
import io.spindrift.device.ensemble.TrajectoryChunks;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Whether the simulated magnetisation keeps the Boltzmann law: the mean of mz^2 at zero voltage.
 *
 * <p>Each trajectory starts from the exact law and is averaged over its own time after settling. A
 * stepper with a wrong stationary law leaves the start within a relaxation time. Readings within a
 * trajectory are correlated, so the error comes from the scatter between trajectories alone.
 */
public final class EquilibriumExperiment {
  /** Bins of mz over [-1, 1] in the histogram of a result. */
  public static final int BINS = 80;

  /** Runs the experiment with the plain reference kernel. */
  public static EquilibriumResult run(
      MacrospinDevice device,
      EquilibriumSettings settings,
      StreamKey key,
      Workers workers,
      Progress progress) {
    return run(device, settings, Kernel.REFERENCE, key, workers, progress);
  }

  /**
   * Runs the experiment.
   *
   * @param device the junction
   * @param settings what to simulate
   * @param kernel how trajectories are computed
   * @param key where all its chance comes from, by trajectory
   * @param workers threads that share the trajectories
   * @param progress told of every chunk of trajectories, asked several times a second
   * @throws io.spindrift.numerics.UnusableInput when the step is too long for the device
   * @throws io.spindrift.numerics.NumericalFailure when a trajectory leaves the finite numbers
   */
  public static EquilibriumResult run(
      MacrospinDevice device,
      EquilibriumSettings settings,
      Kernel kernel,
      StreamKey key,
      Workers workers,
      Progress progress) {
    double temperature = settings.temperatureKelvin();
    double damping = device.freeLayer().damping();
    BoltzmannLaw law = BoltzmannLaw.atRest(device, temperature, SphereRegion.WHOLE);
    Segment settle =
        Segment.of(device, 0, settings.settleSeconds(), temperature, settings.stepSeconds());
    double between = settings.averageSeconds() / settings.readings();
    Segment reading = Segment.of(device, 0, between, temperature, settings.stepSeconds());
    StepLimit.require(List.of(settle, reading), damping);
    TrajectoryChunks chunks = new TrajectoryChunks(kernel, damping, settings.trajectories());
    double[] means = new double[settings.trajectories()];
    AtomicLongArray histogram = new AtomicLongArray(BINS);
    try (Progress.Task task = progress.begin("equilibrium", means.length, "trajectories")) {
      workers.forEach(
          chunks.count(),
          chunk -> {
            progress.checkStopped();
            SpinEnsemble spins = chunks.start(chunk, law, key);
            spins.advance(settle, progress);
            for (int reads = 0; reads < settings.readings(); reads++) {
              spins.advance(reading, progress);
              for (int i = 0; i < spins.size(); i++) {
                double mz = spins.mz(i);
                means[chunks.first(chunk) + i] += mz * mz / settings.readings();
                histogram.incrementAndGet(Math.clamp((int) ((mz + 1) / 2 * BINS), 0, BINS - 1));
              }
            }
            task.advance(spins.size());
          });
    }
    return result(device, settings, law, means, histogram);
  }

  private static EquilibriumResult result(
      MacrospinDevice device,
      EquilibriumSettings settings,
      BoltzmannLaw law,
      double[] means,
      AtomicLongArray histogram) {
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
        law.meanSquareMz(),
        shares(histogram),
        law.sharesOfMz(BINS));
  }

  private static List<Double> shares(AtomicLongArray histogram) {
    double total = 0;
    for (int i = 0; i < BINS; i++) {
      total += histogram.get(i);
    }
    List<Double> shares = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      shares.add(histogram.get(i) / total);
    }
    return shares;
  }

  private EquilibriumExperiment() {}
}
