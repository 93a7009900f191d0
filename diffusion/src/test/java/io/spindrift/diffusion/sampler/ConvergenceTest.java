package io.spindrift.diffusion.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.diffusion.process.NoiseSchedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Error of the deterministic samplers against the exact path, as their levels are made finer. */
class ConvergenceTest {
  private static final double[] BEGINS = {-2.1, -1.2, -0.6, -0.1, 0.4, 1.1, 1.9};
  private static final NoiseSchedule SCHEDULE = NoiseSchedule.edm(1000);
  private static final double MOST = 80;
  private static final double LEAST = 0.002;

  private static double error(Sampler sampler) {
    double squares = 0;
    for (double begin : BEGINS) {
      double exact = ScalarPath.reference(Mixture.TWO_HUMPS, begin, MOST, LEAST, 4000);
      double slip = ScalarPath.end(sampler.steps(), Mixture.TWO_HUMPS, begin) - exact;
      squares += slip * slip;
    }
    return Math.sqrt(squares / BEGINS.length);
  }

  private static Sampler sampler(SamplerKind kind, Spacing spacing, int levels) {
    int evaluations = kind == SamplerKind.HEUN ? 2 * levels - 1 : levels;
    return kind.over(SCHEDULE, spacing, evaluations, 0);
  }

  /** The slope of log(error) over log(levels) between the two finest grids. */
  @ParameterizedTest
  @CsvSource({
    "DDIM, LOG_SNR, 1",
    "DDIM, EDM, 1",
    "DPM2M, LOG_SNR, 2",
    "DPM2M, EDM, 2",
    "HEUN, LOG_SNR, 2",
    "HEUN, EDM, 2"
  })
  void everySamplerConvergesWithItsOrder(SamplerKind kind, Spacing spacing, int order) {
    double coarse = error(sampler(kind, spacing, 320));
    double fine = error(sampler(kind, spacing, 640));
    double measured = Math.log(coarse / fine) / Math.log(639 / 319.0);
    assertThat(measured).as("order, error %s", fine).isCloseTo(order, within(0.12));
  }

  @Test
  void higherOrdersAreCloserAtFortyEvaluations() {
    double euler = error(SamplerKind.DDIM.over(SCHEDULE, Spacing.LOG_SNR, 40, 0));
    double multistep = error(SamplerKind.DPM2M.over(SCHEDULE, Spacing.LOG_SNR, 40, 0));
    double heun = error(SamplerKind.HEUN.over(SCHEDULE, Spacing.EDM, 41, 0));
    assertThat(multistep).isLessThan(euler / 8);
    assertThat(heun).isLessThan(euler / 2);
  }

  @Test
  void anEvenNumberOfEvaluationsKeepsTheOrderOfHeun() {
    double coarse = error(SamplerKind.HEUN.over(SCHEDULE, Spacing.EDM, 320, 0));
    double fine = error(SamplerKind.HEUN.over(SCHEDULE, Spacing.EDM, 640, 0));
    assertThat(Math.log(coarse / fine) / Math.log(2)).isCloseTo(2, within(0.15));
  }

  /** Every step of Gaussian data is linear: the variance of the samples follows by recursion. */
  private static double variance(Sampler sampler, double ofData) {
    double variance = 1;
    for (ReverseStep step : sampler.steps()) {
      double signal = step.from().signal();
      double spread = step.from().spread();
      double gain = signal * ofData / (signal * signal * ofData + spread * spread);
      double slope = step.stateWeight() + step.cleanWeight() * gain;
      variance = slope * slope * variance + step.sigma() * step.sigma();
    }
    return variance;
  }

  @ParameterizedTest
  @CsvSource({"DDPM, 0", "DDIM, 1", "DDIM, 0.5"})
  void noisyStepsGiveTheVarianceWithOrderOne(SamplerKind kind, double eta) {
    double coarse = variance(kind.over(SCHEDULE, Spacing.LOG_SNR, 400, eta), 0.3) - 0.3;
    double fine = variance(kind.over(SCHEDULE, Spacing.LOG_SNR, 800, eta), 0.3) - 0.3;
    assertThat(Math.log(coarse / fine) / Math.log(2))
        .as("error %s", fine)
        .isCloseTo(1, within(0.1));
    assertThat(Math.abs(fine)).isLessThan(0.01);
  }
}
