package io.spindrift.device.switching;

import io.spindrift.device.MagneticState;
import io.spindrift.device.dynamics.BoltzmannLaw;
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
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The switching curve of a macrospin by Monte Carlo.
 *
 * <p>Each trajectory starts from the Boltzmann law of its well, sees the pulse, relaxes at zero
 * voltage, and counts as switched when mz has changed sign. All trajectories are independent: each
 * has its own stream, keyed by (pulse index, direction, trajectory), so that the curve is the same
 * for any number of threads.
 */
public final class SwitchingExperiment {
  /**
   * The kernel unless another is asked for.
   *
   * <p>Its rounding (6e-8 per step) is far below the thermal turn of a step, and 10^7 trajectories
   * do not tell it from double precision; see docs/physics/monte-carlo.md.
   */
  public static final Kernel DEFAULT_KERNEL = Kernel.FLOAT32;

  /** Runs the experiment from both states with the default kernel. */
  public static SwitchingCurve run(
      MacrospinDevice device,
      SwitchingSettings settings,
      StreamKey key,
      Workers workers,
      Progress progress) {
    Set<MagneticState> both = Set.of(MagneticState.values());
    return run(device, settings, DEFAULT_KERNEL, both, key, workers, progress);
  }

  /**
   * Runs the experiment.
   *
   * @param device the junction
   * @param settings what to simulate
   * @param kernel how trajectories are computed
   * @param from states before the pulse; only these are simulated
   * @param key where all its chance comes from
   * @param workers threads that share the trajectories
   * @param progress told of every chunk of trajectories, asked several times a second
   * @throws io.spindrift.numerics.UnusableInput when the step is too long for the device
   * @throws io.spindrift.numerics.NumericalFailure when a trajectory leaves the finite numbers
   */
  public static SwitchingCurve run(
      MacrospinDevice device,
      SwitchingSettings settings,
      Kernel kernel,
      Set<MagneticState> from,
      StreamKey key,
      Workers workers,
      Progress progress) {
    double damping = device.freeLayer().damping();
    TrajectoryChunks chunks = new TrajectoryChunks(kernel, damping, settings.trajectories());
    List<Point> points = points(device, settings, from);
    int[] switched = new int[Math.multiplyExact(points.size(), chunks.count())];
    long total = (long) points.size() * settings.trajectories();
    try (Progress.Task task = progress.begin("switching curve", total, "trajectories")) {
      workers.forEach(
          switched.length,
          number -> {
            Point point = points.get(number / chunks.count());
            progress.checkStopped();
            StreamKey stream = key.at(point.index(), point.from().ordinal());
            SpinEnsemble spins = chunks.start(number % chunks.count(), point.well(), stream);
            for (Segment segment : point.segments()) {
              spins.advance(segment, progress);
            }
            switched[number] = switched(spins, point.from());
            task.advance(spins.size());
          });
    }
    List<SwitchingPoint> counted = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      int first = i * chunks.count();
      long count = Arrays.stream(switched, first, first + chunks.count()).asLongStream().sum();
      counted.add(
          SwitchingPoint.counted(
              points.get(i).pulseSeconds(), points.get(i).from(), settings.trajectories(), count));
    }
    return new SwitchingCurve(
        device.name(), settings.voltageVolts(), settings.temperatureKelvin(), counted);
  }

  /** What one point of the curve needs. */
  private record Point(
      int index,
      double pulseSeconds,
      MagneticState from,
      BoltzmannLaw well,
      List<Segment> segments) {}

  private static List<Point> points(
      MacrospinDevice device, SwitchingSettings settings, Set<MagneticState> from) {
    List<Point> points = new ArrayList<>();
    for (MagneticState state : MagneticState.values()) {
      if (from.contains(state)) {
        BoltzmannLaw well =
            BoltzmannLaw.atRest(device, settings.temperatureKelvin(), SphereRegion.wellOf(state));
        for (int i = 0; i < settings.pulseSeconds().size(); i++) {
          double pulse = settings.pulseSeconds().get(i);
          List<Segment> segments = settings.drive(device, pulse, state).segments();
          StepLimit.require(segments, device.freeLayer().damping());
          points.add(new Point(i, pulse, state, well, segments));
        }
      }
    }
    return points;
  }

  private static int switched(SpinEnsemble spins, MagneticState from) {
    int count = 0;
    for (int i = 0; i < spins.size(); i++) {
      boolean antiparallel = spins.mz(i) < 0;
      count += antiparallel == (from == MagneticState.PARALLEL) ? 1 : 0;
    }
    return count;
  }

  private SwitchingExperiment() {}
}
