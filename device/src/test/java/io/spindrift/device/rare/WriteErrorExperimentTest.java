package io.spindrift.device.rare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.CheckDevice;
import io.spindrift.device.MagneticState;
import io.spindrift.device.dynamics.BoltzmannLaw;
import io.spindrift.device.dynamics.SphereRegion;
import io.spindrift.device.ensemble.Kernel;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WriteErrorExperimentTest {
  private static final MacrospinDevice DEVICE = CheckDevice.precessional();
  private static final StreamKey KEY = StreamKey.root(7).purpose("write error test");

  private static WriteErrorSettings settings(double pulseSeconds) {
    return new WriteErrorSettings(
        List.of(pulseSeconds),
        0.84,
        300,
        List.of(MagneticState.PARALLEL),
        2e-12,
        2e-9,
        Kernel.REFERENCE);
  }

  private static WriteErrorPoint run(
      double pulseSeconds,
      SplittingSettings effort,
      @Nullable WriteErrorMethod method,
      int threads) {
    try (Workers workers = new Workers(threads)) {
      return WriteErrorExperiment.run(
              DEVICE,
              settings(pulseSeconds),
              effort,
              Optional.ofNullable(method),
              KEY,
              workers,
              Progress.NONE)
          .getFirst();
    }
  }

  private static RareEstimate withImportance(Importance importance, SplittingSettings effort) {
    WriteErrorSettings settings = settings(1.2e-9);
    Stages stages = WriteErrorExperiment.stages(DEVICE, settings, 1.2e-9, MagneticState.PARALLEL);
    BoltzmannLaw start = BoltzmannLaw.atRest(DEVICE, 300, SphereRegion.UPPER);
    try (Workers workers = new Workers(1)) {
      return Splitting.run(
          new WriteProcess(
              stages,
              Kernel.REFERENCE,
              DEVICE.freeLayer().damping(),
              start,
              MagneticState.PARALLEL,
              importance),
          effort,
          KEY,
          workers,
          Progress.NONE);
    }
  }

  /** About 1e-2: 4,000 counted pulses against splitting, four standard errors (6e-5). */
  @Test
  void splittingAgreesWithCounting() {
    SplittingSettings effort = new SplittingSettings(8, 500);
    WriteErrorPoint counted = run(1.2e-9, effort, WriteErrorMethod.MACROSPIN, 1);
    WriteErrorPoint split = run(1.2e-9, effort, WriteErrorMethod.SPLITTING, 1);
    double error = Math.hypot(counted.standardError(), split.standardError());
    assertThat(counted.writeErrorRate()).isBetween(1e-3, 5e-2);
    assertThat(split.writeErrorRate()).isCloseTo(counted.writeErrorRate(), within(4 * error));
    assertThat(split.standardError()).isLessThan(counted.standardError());
  }

  /** An importance that knows nothing of the dynamics and likes the wrong hemisphere. */
  @Test
  void aPoorImportanceAgreesWithAGoodOne() {
    SplittingSettings effort = new SplittingSettings(16, 300);
    RareEstimate poor = withImportance((stage, x, y, z) -> -0.7 * z + 0.3 * y, effort);
    WriteErrorPoint good = run(1.2e-9, effort, WriteErrorMethod.SPLITTING, 1);
    double error = Math.hypot(poor.standardError(), good.standardError());
    assertThat(poor.probability()).isCloseTo(good.writeErrorRate(), within(4 * error));
    assertThat(poor.standardError()).isGreaterThan(good.standardError());
  }

  @Test
  void ratesAreTheSameForAnyNumberOfThreads() {
    SplittingSettings effort = new SplittingSettings(8, 32);
    WriteErrorPoint one = run(1.4e-9, effort, WriteErrorMethod.SPLITTING, 1);
    assertThat(run(1.4e-9, effort, WriteErrorMethod.SPLITTING, 3)).isEqualTo(one);
    assertThat(run(1.4e-9, effort, WriteErrorMethod.SPLITTING, 8)).isEqualTo(one);
  }

  @Test
  void frequentFailuresAreCountedAndRareOnesSplit() {
    SplittingSettings effort = new SplittingSettings(4, 16);
    assertThat(run(0.7e-9, effort, null, 1).method()).isEqualTo(WriteErrorMethod.MACROSPIN);
    assertThat(run(1.4e-9, effort, null, 1).method()).isEqualTo(WriteErrorMethod.SPLITTING);
  }

  @Test
  void aCountOfNoneHasAnUpperEnd() {
    RareEstimate none = PlainCount.counted(0, 10, 100);
    assertThat(none.low()).isZero();
    assertThat(none.high()).isCloseTo(3.84 / 1003.84, within(1e-5));
  }
}
