package io.spindrift.diffusion.sampler;

import io.spindrift.diffusion.process.NoiseSchedule;
import io.spindrift.numerics.Require;
import java.util.function.IntFunction;

/** A way of taking steps from noise to an image. */
public enum SamplerKind {
  /** {@link AncestralSampler}: fresh noise in every step. */
  DDPM(Spacing.STEPS),
  /** {@link DdimSampler}: noise at the start, more by choice. */
  DDIM(Spacing.STEPS),
  /** {@link MultistepSampler}: noise at the start alone. */
  DPM2M(Spacing.LOG_SNR),
  /** {@link HeunSampler}: noise at the start alone, two evaluations a level. */
  HEUN(Spacing.EDM);

  private final Spacing spacing;

  SamplerKind(Spacing spacing) {
    this.spacing = spacing;
  }

  /** The spacing with which the sampler was published. */
  public Spacing spacing() {
    return spacing;
  }

  /**
   * The sampler over the whole range of a schedule.
   *
   * @param evaluations how often the denoiser is asked for an image
   * @param eta see {@link DdimSampler}; the others do not look at it
   */
  public Sampler over(NoiseSchedule schedule, Spacing spacing, int evaluations, double eta) {
    return of(evaluations, eta, count -> spacing.levels(schedule, count));
  }

  /**
   * The sampler from a given noise on.
   *
   * @param most standard deviation of the noise, on the unscaled image
   */
  public Sampler from(
      double most, NoiseSchedule schedule, Spacing spacing, int evaluations, double eta) {
    return of(evaluations, eta, count -> spacing.levels(schedule, count, most));
  }

  private Sampler of(int evaluations, double eta, IntFunction<NoiseLevels> levels) {
    Require.atLeast("sampling steps", evaluations, 1);
    return switch (this) {
      case DDPM -> new AncestralSampler(levels.apply(evaluations));
      case DDIM -> new DdimSampler(levels.apply(evaluations), eta);
      case DPM2M -> new MultistepSampler(levels.apply(evaluations));
      case HEUN -> new HeunSampler(levels.apply(evaluations / 2 + 1), evaluations % 2 == 1);
    };
  }
}
