package io.spindrift.diffusion.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.diffusion.KeyedNoise;
import io.spindrift.diffusion.WorkAhead;
import io.spindrift.diffusion.process.NoiseSchedule;
import io.spindrift.diffusion.process.Target;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.DistributionAssert;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Samples of the exact denoiser of a known distribution follow that distribution. */
class DistributionTest {
  private static final Mixture DATA = Mixture.TWO_HUMPS;
  private final NoiseSchedule schedule = NoiseSchedule.cosine(1000);
  private final KeyedNoise noise = new KeyedNoise(StreamKey.root(33));

  private float[] run(
      List<ReverseStep> steps, Target target, int images, int size, double lowest, double highest) {
    ReverseProcess process =
        new ReverseProcess(steps, target, Labels.NONE, Known.NOTHING, lowest, highest);
    try (WorkAhead ahead = new WorkAhead("test")) {
      return process.run(DATA.denoiser(schedule, target), noise, 0, images, size, () -> {}, ahead);
    }
  }

  /**
   * 8,000 values each; false-alarm probability 1e-6 a case. At that size a distance of 0.030 is
   * noticed.
   */
  @ParameterizedTest
  @CsvSource({
    "DDPM, STEPS, 250, 0", "DDPM, LOG_SNR, 250, 0", "DDIM, STEPS, 250, 0", "DDIM, EDM, 250, 0.5",
    "DPM2M, LOG_SNR, 40, 0", "DPM2M, STEPS, 60, 0", "HEUN, EDM, 61, 0", "HEUN, EDM, 60, 0"
  })
  void samplesFollowTheMixture(SamplerKind kind, Spacing spacing, int evaluations, double eta) {
    float[] values =
        run(
            kind.over(schedule, spacing, evaluations, eta).steps(),
            Target.VELOCITY,
            80,
            100,
            Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY);
    double[] sample = IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    DistributionAssert.follows(sample, DATA::distributionFunction, 1e-6);
  }

  @ParameterizedTest
  @EnumSource(Target.class)
  void everyTargetLeadsToTheSameImages(Target target) {
    List<ReverseStep> steps = SamplerKind.DPM2M.over(schedule, Spacing.LOG_SNR, 12, 0).steps();
    float[] expected = run(steps, Target.CLEAN, 3, 20, -2, 2);
    float[] actual = run(steps, target, 3, 20, -2, 2);
    // Single precision, 12 steps; the noise target divides by a signal of 1/80 at the start.
    assertThat(actual).containsExactly(expected, within(5e-4f));
  }

  /** The executor in single precision against the equation in double precision. */
  @ParameterizedTest
  @EnumSource(SamplerKind.class)
  void theExecutorDoesWhatTheEquationOfAStepSays(SamplerKind kind) {
    List<ReverseStep> steps =
        kind.over(schedule, Spacing.LOG_SNR, 9, 0).steps().stream()
            .map(s ->
                new ReverseStep(
                    s.from(),
                    s.to(),
                    s.stateWeight(),
                    s.earlierStateWeight(),
                    s.cleanWeight(),
                    s.earlierCleanWeight(),
                    0))
            .toList();
    float[] begin = new float[40];
    noise.fill(ReverseProcess.PURPOSE, 0, 0, begin, 0, 40);
    float[] end =
        run(steps, Target.CLEAN, 1, 40, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    for (int i = 0; i < 40; i++) {
      assertThat((double) end[i]).isCloseTo(ScalarPath.end(steps, DATA, begin[i]), within(2e-4));
    }
  }

  @Test
  void theImpliedImageIsClippedToTheRangeOfPixels() {
    List<ReverseStep> steps = SamplerKind.HEUN.over(schedule, Spacing.EDM, 9, 0).steps();
    for (float value : run(steps, Target.CLEAN, 4, 50, -0.5, 0.25)) {
      assertThat(value).isBetween(-0.5f, 0.25f);
    }
  }
}
