package io.spindrift.device.switching;

import io.spindrift.device.MagneticState;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.List;

/**
 * The switching curve of a macrospin by Monte Carlo.
 *
 * <p>Each trajectory starts from the Boltzmann law of its well, sees a rectangular pulse, relaxes
 * at zero voltage, and counts as switched when mz has changed sign. All trajectories are
 * independent: each has its own stream, keyed by (pulse index, direction, trajectory), so that the
 * curve is the same for any number of threads.
 */
public final class SwitchingExperiment {
  private static final int BLOCK = 16;
  private static final int DIRECTIONS = MagneticState.values().length;

  /**
   * Runs the experiment.
   *
   * @param device the junction
   * @param settings what to simulate
   * @param key where all its chance comes from
   * @param workers threads that share the trajectories
   * @param progress told of every block of trajectories, asked before each trajectory
   * @throws io.spindrift.numerics.NumericalFailure when a trajectory leaves the finite numbers
   */
  public static SwitchingCurve run(
      MacrospinDevice device,
      SwitchingSettings settings,
      StreamKey key,
      Workers workers,
      Progress progress) {
    List<Double> pulses = settings.pulseSeconds();
    int blocks = Math.ceilDiv(settings.trajectories(), BLOCK);
    int[] switched = new int[Math.multiplyExact(pulses.size() * DIRECTIONS, blocks)];
    PulsedSpin prototype = new PulsedSpin(device, settings);
    long total = (long) pulses.size() * DIRECTIONS * settings.trajectories();
    try (Progress.Task task = progress.begin("switching curve", total, "trajectories")) {
      workers.forEach(
          switched.length,
          number -> {
            int block = number % blocks;
            int point = number / blocks;
            int direction = point % DIRECTIONS;
            int pulse = point / DIRECTIONS;
            int first = block * BLOCK;
            int last = Math.min(first + BLOCK, settings.trajectories());
            PulsedSpin spin = prototype.another(pulses.get(pulse));
            StreamKey stream = key.at(pulse, direction);
            for (int trajectory = first; trajectory < last; trajectory++) {
              progress.checkStopped();
              MagneticState from = MagneticState.values()[direction];
              switched[number] += spin.switches(from, stream.at(trajectory).open()) ? 1 : 0;
            }
            task.advance(last - first);
          });
    }
    return new SwitchingCurve(
        device.name(),
        settings.voltageVolts(),
        settings.temperatureKelvin(),
        points(settings, switched, blocks));
  }

  private static List<SwitchingPoint> points(
      SwitchingSettings settings, int[] switched, int blocks) {
    List<SwitchingPoint> points = new ArrayList<>();
    for (int point = 0; point < switched.length / blocks; point++) {
      long count = 0;
      for (int block = 0; block < blocks; block++) {
        count += switched[point * blocks + block];
      }
      double pulse = settings.pulseSeconds().get(point / DIRECTIONS);
      MagneticState from = MagneticState.values()[point % DIRECTIONS];
      points.add(SwitchingPoint.counted(pulse, from, settings.trajectories(), count));
    }
    return points;
  }

  private SwitchingExperiment() {}
}
