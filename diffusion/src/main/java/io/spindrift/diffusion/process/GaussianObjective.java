package io.spindrift.diffusion.process;

/**
 * What a denoiser of Gaussian noise is trained for.
 *
 * @param schedule how fast noise replaces the image
 * @param target what the network answers
 * @param weighting how much an image counts
 * @param pixels how pixels become numbers
 */
public record GaussianObjective(
    NoiseSchedule schedule, Target target, Weighting weighting, PixelScale pixels) {}
