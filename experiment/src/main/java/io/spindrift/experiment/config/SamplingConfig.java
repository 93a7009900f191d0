package io.spindrift.experiment.config;

import io.spindrift.numerics.document.Declared;

/**
 * How images are drawn from a trained denoiser.
 *
 * @param count images of each kind of noise
 * @param steps denoiser calls per image, at most the steps of the process
 * @param batch images drawn together, which changes speed alone
 * @param sampler how a step is taken
 */
public record SamplingConfig(
    @Declared(
            says = "Images drawn with each kind of noise",
            defaultValue = "1000",
            min = 16,
            max = 1e6)
        int count,
    @Declared(says = "Denoiser calls per image", defaultValue = "50", min = 1, max = 10000)
        int steps,
    @Declared(
            says = "Images drawn together; changes speed alone",
            defaultValue = "100",
            min = 1,
            max = 4096)
        int batch,
    @Declared(
            says = "How a step is taken: ddpm (noise in every step) or ddim (noise at the start)",
            defaultValue = "ddpm")
        Sampler sampler) {
  /** How a step is taken. */
  public enum Sampler {
    /** Ancestral sampling, fresh noise in every step. */
    DDPM,
    /** Deterministic sampling, noise at the start alone. */
    DDIM
  }
}
