package io.spindrift.experiment.config;

import io.spindrift.diffusion.process.NoiseSchedule;
import io.spindrift.diffusion.sampler.NoiseLevels;
import io.spindrift.diffusion.sampler.Sampler;
import io.spindrift.diffusion.sampler.SamplerKind;
import io.spindrift.diffusion.sampler.Spacing;
import io.spindrift.numerics.document.Declared;

/**
 * How images are drawn from a trained denoiser.
 *
 * @param count images of each kind of noise
 * @param steps denoiser calls per image, at most the steps of the process
 * @param batch images drawn together, which changes speed alone
 * @param sampler how a step is taken
 * @param spacing which noise levels are visited
 * @param eta share of the ancestral noise that ddim adds
 * @param guidance how closely the class is followed
 */
public record SamplingConfig(
    @Declared(
            says = "Images drawn with each kind of noise",
            defaultValue = "1000",
            min = 16,
            max = 1e6)
        int count,
    @Declared(
            says = "Denoiser calls per image; guidance doubles them",
            defaultValue = "50",
            min = 1,
            max = 10000)
        int steps,
    @Declared(
            says = "Images drawn together; changes speed alone",
            defaultValue = "100",
            min = 1,
            max = 4096)
        int batch,
    @Declared(
            says =
                "How a step is taken: ddpm (noise in every step), ddim, dpm2m or heun (noise at the"
                    + " start)",
            defaultValue = "ddpm")
        SamplerKind sampler,
    @Declared(
            says =
                "Noise levels visited: steps (of the process, evenly), log-snr, edm, or own, the"
                    + " sampler's usual one",
            defaultValue = "own")
        SpacingChoice spacing,
    @Declared(
            says = "Share of the noise of ddpm that ddim adds in every step",
            defaultValue = "0",
            min = 0,
            max = 1)
        double eta,
    @Declared(
            says = "Weight of the class, free + guidance (told - free); 1 for no guidance",
            defaultValue = "1",
            min = 0,
            max = 100)
        double guidance) {
  /** Which noise levels are visited. */
  public enum SpacingChoice {
    /** The one with which the sampler was published. */
    OWN,
    /** Evenly spaced steps of the process. */
    STEPS,
    /** Evenly spaced logarithms of the signal-to-noise ratio. */
    LOG_SNR,
    /** The levels of Karras et al. */
    EDM;

    Spacing of(SamplerKind sampler) {
      return switch (this) {
        case OWN -> sampler.spacing();
        case STEPS -> Spacing.STEPS;
        case LOG_SNR -> Spacing.LOG_SNR;
        case EDM -> Spacing.EDM;
      };
    }
  }

  /** The noise levels that a sampler with one evaluation a level visits. */
  public NoiseLevels levels(NoiseSchedule schedule) {
    return spacing.of(sampler).levels(schedule, steps);
  }

  /** The sampler from pure noise on. */
  public Sampler over(NoiseSchedule schedule) {
    return sampler.over(schedule, spacing.of(sampler), steps, eta);
  }

  /**
   * The sampler from a given noise on.
   *
   * @param sigma standard deviation of the noise, on the unscaled image
   */
  public Sampler from(NoiseSchedule schedule, double sigma) {
    return sampler.from(sigma, schedule, spacing.of(sampler), steps, eta);
  }
}
