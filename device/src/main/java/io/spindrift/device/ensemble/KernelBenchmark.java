package io.spindrift.device.ensemble;

import io.spindrift.device.dynamics.BoltzmannLaw;
import io.spindrift.device.dynamics.Segment;
import io.spindrift.device.dynamics.SphereRegion;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.numerics.NumericalFailure;
import io.spindrift.numerics.bench.CpuClock;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.numerics.statistics.WilsonInterval;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps per second of processor time: thermal noise, a voltage pulse and an in-plane field.
 *
 * <p>Each kernel simulates pulses of a device for some time to warm up and then for the time that
 * counts, on one thread. Drawing the starts is not timed. All kernels must find the same switching
 * probability.
 */
public final class KernelBenchmark {
  private static final double PULSE_SECONDS = 1.024e-9;
  private static final double RELAX_SECONDS = 10e-9;
  private static final double STEP_SECONDS = 1e-12;
  private static final double WARM_UP_SECONDS = 1.5;
  private static final double LARGEST_DEVIATION = 4.5;

  /** Gaussian pair 22, three pairs in two steps; predictor 20, corrector 28. */
  private static final double FLOAT32_OPERATIONS = 1.5 * 22 + 20 + 28;

  /** Gaussian pair 31, with longer polynomials. */
  private static final double FLOAT64_OPERATIONS = 1.5 * 31 + 20 + 28;

  private final BoltzmannLaw well;
  private final List<Segment> segments;
  private final double damping;
  private final StreamKey key;
  private final Progress progress;

  private KernelBenchmark(MacrospinDevice device, StreamKey key, Progress progress) {
    double kelvin = device.operation().temperatureKelvin();
    double volts = device.operation().voltageVolts();
    this.well = BoltzmannLaw.atRest(device, kelvin, SphereRegion.UPPER);
    this.segments =
        List.of(
            Segment.of(device, volts, PULSE_SECONDS, kelvin, STEP_SECONDS),
            Segment.of(device, 0, RELAX_SECONDS, kelvin, STEP_SECONDS));
    this.damping = device.freeLayer().damping();
    this.key = key;
    this.progress = progress;
    StepLimit.require(segments, damping);
  }

  /**
   * Times all kernels.
   *
   * @param device the junction, pulsed at its operating voltage and temperature
   * @param seconds processor time that counts, per kernel
   * @param key where all chance comes from
   * @param progress told of each kernel
   * @throws NumericalFailure when two kernels find different switching probabilities
   */
  public static List<KernelSpeed> run(
      MacrospinDevice device, double seconds, StreamKey key, Progress progress) {
    KernelBenchmark benchmark = new KernelBenchmark(device, key, progress);
    List<KernelSpeed> speeds = new ArrayList<>();
    try (Progress.Task task = progress.begin("kernels", Kernel.values().length, "kernels")) {
      for (Kernel kernel : Kernel.values()) {
        benchmark.measure(kernel, WARM_UP_SECONDS, 0);
        speeds.add(benchmark.measure(kernel, seconds, 1));
        task.advance(1);
      }
    }
    for (KernelSpeed speed : speeds) {
      requireEqual(speeds.getFirst(), speed);
    }
    return speeds;
  }

  private static void requireEqual(KernelSpeed one, KernelSpeed other) {
    double error = Math.hypot(one.standardError(), other.standardError());
    if (!(Math.abs(one.probability() - other.probability()) <= LARGEST_DEVIATION * error)) {
      throw new NumericalFailure(
          "kernels must agree on the switching probability, but "
              + one.kernel().label()
              + " found "
              + one.probability()
              + " and "
              + other.kernel().label()
              + " "
              + other.probability()
              + ", one standard error being "
              + error);
    }
  }

  private KernelSpeed measure(Kernel kernel, double seconds, int round) {
    int size = Kernels.bestSize(kernel);
    TrajectoryChunks chunks = new TrajectoryChunks(kernel, damping, Integer.MAX_VALUE - size);
    StreamKey streams = key.at(kernel.ordinal(), round);
    long steps = 0;
    long switched = 0;
    double spent = 0;
    int chunk = 0;
    while (spent < seconds) {
      SpinEnsemble spins = chunks.start(chunk++, well, streams);
      double before = CpuClock.threadSeconds();
      for (Segment segment : segments) {
        spins.advance(segment, progress);
        steps += segment.steps() * size;
      }
      spent += CpuClock.threadSeconds() - before;
      for (int i = 0; i < size; i++) {
        switched += spins.mz(i) < 0 ? 1 : 0;
      }
    }
    long trajectories = (long) chunk * size;
    double p = (double) switched / trajectories;
    double error = WilsonInterval.standardError(p, trajectories);
    return switch (kernel) {
      case REFERENCE -> new KernelSpeed(kernel, steps / spent, 0, 0, trajectories, p, error);
      case FLOAT64 ->
          new KernelSpeed(
              kernel,
              steps / spent,
              Kernels.fusedPerCpuSecond(Double.SIZE),
              FLOAT64_OPERATIONS,
              trajectories,
              p,
              error);
      case FLOAT32 ->
          new KernelSpeed(
              kernel,
              steps / spent,
              Kernels.fusedPerCpuSecond(Float.SIZE),
              FLOAT32_OPERATIONS,
              trajectories,
              p,
              error);
    };
  }
}
