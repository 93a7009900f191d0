package io.spindrift.diffusion.sampler;

import io.spindrift.diffusion.process.NoiseLevel;

/**
 * One linear step of a sampler.
 *
 * <p>x' = stateWeight x + earlierStateWeight x_e + cleanWeight D + earlierCleanWeight D_e + sigma
 * z. x is the present image, D the clean image that the denoiser's answer for x implies, clipped to
 * the range of pixels, x_e and D_e the image and the clean image of the evaluation before, and z
 * fresh standard-normal noise. A step with cleanWeight 0 does not ask the denoiser.
 *
 * @param from noise level of x, which the denoiser is told
 * @param to noise level of x'
 * @param stateWeight weight of x
 * @param earlierStateWeight weight of x_e
 * @param cleanWeight weight of D
 * @param earlierCleanWeight weight of D_e
 * @param sigma standard deviation of the fresh noise, 0 for none
 */
public record ReverseStep(
    NoiseLevel from,
    NoiseLevel to,
    double stateWeight,
    double earlierStateWeight,
    double cleanWeight,
    double earlierCleanWeight,
    double sigma) {
  /** A step that looks at the present image alone. */
  static ReverseStep single(
      NoiseLevel from, NoiseLevel to, double stateWeight, double cleanWeight, double sigma) {
    return new ReverseStep(from, to, stateWeight, 0, cleanWeight, 0, sigma);
  }

  /** The step that answers the clean image itself. */
  static ReverseStep last(NoiseLevel from) {
    return single(from, NoiseLevel.CLEAN, 0, 1, 0);
  }

  /**
   * A step back to more noise, x' = k x + sqrt(spread'^2 - k^2 spread^2) z, k = signal' / signal.
   *
   * <p>Source: Ho, Jain and Abbeel, NeurIPS 2020, equation 2, over several steps at once.
   */
  static ReverseStep back(NoiseLevel from, NoiseLevel to) {
    double kept = to.signal() / from.signal();
    double before = kept * from.spread();
    double added = Math.sqrt(Math.max(to.spread() * to.spread() - before * before, 0));
    return single(from, to, kept, 0, added);
  }

  /** Whether the denoiser is asked. */
  public boolean evaluates() {
    return cleanWeight != 0;
  }
}
