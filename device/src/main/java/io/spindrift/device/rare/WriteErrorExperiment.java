package io.spindrift.device.rare;

import io.spindrift.device.MagneticState;
import io.spindrift.device.dynamics.BoltzmannLaw;
import io.spindrift.device.dynamics.EffectiveField;
import io.spindrift.device.dynamics.SphereRegion;
import io.spindrift.device.ensemble.StepLimit;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Write-error rates of a macrospin, as rare as they may be.
 *
 * <p>Unless a method is asked for, a coarse backward chain says first how rare a failure is about.
 * Above {@link #COUNT_ABOVE} failures are counted, below it splitting finds them, with the chain as
 * importance. Both take the same number of trajectories.
 */
public final class WriteErrorExperiment {
  /** Expected rate above which plain Monte Carlo is used. */
  public static final double COUNT_ABOVE = 2e-3;

  private static final double STAGE_SECONDS = 40e-12;
  private static final int LEAST_STAGES_OF_A_PULSE = 12;

  private final MacrospinDevice device;
  private final WriteErrorSettings settings;
  private final SplittingSettings effort;
  private final Workers workers;
  private final Progress progress;

  private WriteErrorExperiment(
      MacrospinDevice device,
      WriteErrorSettings settings,
      SplittingSettings effort,
      Workers workers,
      Progress progress) {
    this.device = device;
    this.settings = settings;
    this.effort = effort;
    this.workers = workers;
    this.progress = progress;
  }

  /**
   * Runs the experiment.
   *
   * @param device the junction
   * @param settings which rates
   * @param effort how much work each is
   * @param method how; counting or splitting by the expected rate when empty
   * @param key where all chance comes from
   * @throws io.spindrift.numerics.UnusableInput when there are no two wells, the step is too long,
   *     or splitting meets no failure
   */
  public static List<WriteErrorPoint> run(
      MacrospinDevice device,
      WriteErrorSettings settings,
      SplittingSettings effort,
      Optional<WriteErrorMethod> method,
      StreamKey key,
      Workers workers,
      Progress progress) {
    EffectiveField.requireWells(device, settings.temperatureKelvin());
    WriteErrorExperiment experiment =
        new WriteErrorExperiment(device, settings, effort, workers, progress);
    List<WriteErrorPoint> points = new ArrayList<>();
    for (MagneticState from : settings.from()) {
      for (int i = 0; i < settings.pulseSeconds().size(); i++) {
        progress.checkStopped();
        double pulse = settings.pulseSeconds().get(i);
        points.add(
            method.isPresent() && method.get() == WriteErrorMethod.FOKKER_PLANCK
                ? experiment.solved(pulse, from)
                : experiment.sampled(pulse, from, method, key.at(i, from.ordinal())));
      }
    }
    return points;
  }

  private WriteErrorPoint solved(double pulse, MagneticState from) {
    SolvedWriteError.Solved solved =
        SolvedWriteError.withError(device, settings.drive(device, pulse, from), start(from), from);
    double rate = solved.rate();
    double error = solved.error();
    RareEstimate exact =
        new RareEstimate(
            rate, error, Math.max(0, rate - error), Math.min(1, rate + error), 0, 0, 0);
    return point(pulse, from, exact, WriteErrorMethod.FOKKER_PLANCK);
  }

  private WriteErrorPoint sampled(
      double pulse, MagneticState from, Optional<WriteErrorMethod> method, StreamKey key) {
    double damping = device.freeLayer().damping();
    StepLimit.require(settings.drive(device, pulse, from).segments(), damping);
    Stages stages = stages(device, settings, pulse, from);
    BoltzmannLaw start = start(from);
    ChainImportance chain = ChainImportance.ofFailure(stages, damping, start, from);
    WriteErrorMethod used =
        method.orElse(
            chain.expected() > COUNT_ABOVE
                ? WriteErrorMethod.MACROSPIN
                : WriteErrorMethod.SPLITTING);
    WriteProcess process = new WriteProcess(stages, settings.kernel(), damping, start, from, chain);
    RareEstimate found =
        used == WriteErrorMethod.SPLITTING
            ? Splitting.run(process, effort, key, workers, progress)
            : PlainCount.run(process, effort, key, workers, progress);
    return point(pulse, from, found, used);
  }

  private WriteErrorPoint point(
      double pulse, MagneticState from, RareEstimate found, WriteErrorMethod method) {
    return new WriteErrorPoint(
        pulse,
        settings.voltageVolts(),
        from,
        found.probability(),
        found.standardError(),
        found.low(),
        found.high(),
        found.effectiveHits(),
        (long) found.replicas() * found.particles(),
        method);
  }

  private BoltzmannLaw start(MagneticState from) {
    return BoltzmannLaw.atRest(device, settings.temperatureKelvin(), SphereRegion.wellOf(from));
  }

  static Stages stages(
      MacrospinDevice device, WriteErrorSettings settings, double pulse, MagneticState from) {
    return Stages.of(
        settings.drive(device, pulse, from),
        Math.min(STAGE_SECONDS, pulse / LEAST_STAGES_OF_A_PULSE));
  }
}
