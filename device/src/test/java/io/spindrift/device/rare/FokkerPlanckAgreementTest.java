package io.spindrift.device.rare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.CheckDevice;
import io.spindrift.device.MagneticState;
import io.spindrift.device.dynamics.BoltzmannLaw;
import io.spindrift.device.dynamics.SphereRegion;
import io.spindrift.device.ensemble.Kernel;
import io.spindrift.device.fokkerplanck.BackwardSolution;
import io.spindrift.device.fokkerplanck.FokkerPlanck;
import io.spindrift.device.fokkerplanck.SphereFunction;
import io.spindrift.device.retention.HeldJunction;
import io.spindrift.device.retention.Retention;
import io.spindrift.device.retention.WriteThenHold;
import io.spindrift.device.spec.BiasField;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Write-error rates by splitting against the Fokker-Planck equation, which has no noise. */
class FokkerPlanckAgreementTest {
  private static final StreamKey KEY = StreamKey.root(12).purpose("agreement");
  private static final double RELAX_SECONDS = 1e-9;

  private static MacrospinDevice device(double stability) {
    return CheckDevice.ofStability(stability, 0.03)
        .withBiasField(new BiasField(CheckDevice.IN_PLANE_TESLA, 0, 0));
  }

  private static double cancellingVolts(double stability) {
    return 0.84 * stability / 19.942;
  }

  private static WriteErrorPoint run(
      double stability, double pulse, SplittingSettings effort, WriteErrorMethod method) {
    WriteErrorSettings settings =
        new WriteErrorSettings(
            List.of(pulse),
            cancellingVolts(stability),
            300,
            List.of(MagneticState.PARALLEL),
            1e-12,
            RELAX_SECONDS,
            Kernel.REFERENCE);
    try (Workers workers = new Workers(2)) {
      return WriteErrorExperiment.run(
              device(stability), settings, effort, Optional.of(method), KEY, workers, Progress.NONE)
          .getFirst();
    }
  }

  /**
   * Stability 20, 35 and 50 at 1.4 ns: rates of about 1e-4, 1e-7 and 1e-9. Twelve replicas of 300
   * particles; the logarithm of the ratio within four of its standard errors (false alarm about
   * 2e-3 by Student's t with 11 degrees) and within the factor that 5 replicas in a row could miss.
   */
  @ParameterizedTest
  @CsvSource({"20, 1e-5, 1e-3", "35, 1e-8, 1e-5", "52, 1e-11, 3e-9"})
  void splittingFindsTheRateOfFokkerPlanck(double stability, double low, double high) {
    double exact =
        run(stability, 1.4e-9, new SplittingSettings(4, 16), WriteErrorMethod.FOKKER_PLANCK)
            .writeErrorRate();
    WriteErrorPoint found =
        run(stability, 1.4e-9, new SplittingSettings(12, 300), WriteErrorMethod.SPLITTING);
    assertThat(exact).isBetween(low, high);
    double relative = found.standardError() / found.writeErrorRate();
    assertThat(relative).isLessThan(0.35);
    assertThat(Math.log(found.writeErrorRate() / exact)).isCloseTo(0, within(4 * relative));
  }

  /**
   * The exact backward solution as importance, on a grid of five degrees and floored: a second
   * importance, the same rate. 32 replicas of 250 particles; four standard errors of the logarithm
   * (false alarm about 4e-4 by Student's t with 31 degrees).
   */
  @Test
  void theBackwardSolutionServesAsImportance() {
    MacrospinDevice device = device(20);
    WriteErrorSettings settings =
        new WriteErrorSettings(
            List.of(1.4e-9),
            cancellingVolts(20),
            300,
            List.of(MagneticState.PARALLEL),
            1e-12,
            0.3e-9,
            Kernel.REFERENCE);
    Stages stages = Stages.of(settings.drive(device, 1.4e-9, MagneticState.PARALLEL), 150e-12);
    List<Double> times = new ArrayList<>();
    double time = 0;
    for (int i = 0; i < stages.count(); i++) {
      times.add(time);
      time += stages.seconds(i);
    }
    BackwardSolution solution =
        FokkerPlanck.backward(
            device,
            settings.drive(device, 1.4e-9, MagneticState.PARALLEL),
            SphereRegion.UPPER,
            times);
    BoltzmannLaw start = BoltzmannLaw.atRest(device, 300, SphereRegion.UPPER);
    double exact =
        SolvedWriteError.rate(
            device,
            settings.drive(device, 1.4e-9, MagneticState.PARALLEL),
            start,
            MagneticState.PARALLEL);
    SphereGrid grid = new SphereGrid(36);
    List<double[]> tables = new ArrayList<>();
    for (SphereFunction function : solution.functions()) {
      double[] table = new double[grid.size()];
      for (int node = 0; node < table.length; node++) {
        table[node] = Math.max(0, function.value(grid.x(node), grid.y(node), grid.z(node)));
      }
      tables.add(table);
    }
    Importance importance =
        (stage, x, y, z) -> Math.log(1e-2 * exact + grid.interpolate(tables.get(stage), x, y, z));
    RareEstimate found;
    try (Workers workers = new Workers(2)) {
      found =
          Splitting.run(
              new WriteProcess(
                  stages, Kernel.REFERENCE, 0.03, start, MagneticState.PARALLEL, importance),
              new SplittingSettings(32, 250, 4),
              KEY,
              workers,
              Progress.NONE);
    }
    assertThat(found.relativeError()).isLessThan(0.35);
    assertThat(Math.log(found.probability() / exact))
        .isCloseTo(0, within(4 * found.relativeError()));
  }

  /**
   * What is read a time t_c after the relaxation is wrong twice as often as right after it: e(t_c)
   * = 2 w within the part of w that decayed. Stability 12, no sampling.
   */
  @Test
  void lossCatchesUpWithWriteErrorsAfterTwoWTau() {
    MacrospinDevice device = device(12);
    Retention rest =
        Retention.of(
            HeldJunction.of(device, 0, 300),
            Optional.of(io.spindrift.device.retention.RetentionMethod.FOKKER_PLANCK));
    double settled = 8e-9;
    double w = rate(device, settled);
    WriteThenHold hold = new WriteThenHold(w, rest.rates(), MagneticState.ANTIPARALLEL);
    double crossover = hold.crossoverSeconds();
    assertThat(crossover / (2 * w * rest.rates().relaxationSeconds())).isCloseTo(1, within(2 * w));
    double later = rate(device, settled + crossover);
    assertThat(later / hold.errorProbability(crossover)).isCloseTo(1, within(0.02));
    assertThat(later / (2 * w)).isCloseTo(1, within(0.02 + 2 * w));
  }

  private static double rate(MacrospinDevice device, double relaxSeconds) {
    WriteErrorSettings settings =
        new WriteErrorSettings(
            List.of(1.4e-9),
            cancellingVolts(12),
            300,
            List.of(MagneticState.PARALLEL),
            1e-12,
            relaxSeconds,
            Kernel.REFERENCE);
    return SolvedWriteError.rate(
        device,
        settings.drive(device, 1.4e-9, MagneticState.PARALLEL),
        BoltzmannLaw.atRest(device, 300, SphereRegion.UPPER),
        MagneticState.PARALLEL);
  }
}
