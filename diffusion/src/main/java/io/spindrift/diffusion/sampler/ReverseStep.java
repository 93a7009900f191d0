package io.spindrift.diffusion.sampler;

/**
 * One step from noise towards the image: x' = cleanWeight x_0 + noisyWeight x + sigma z.
 *
 * <p>x is the present image, z fresh standard-normal noise, and x_0 = (x - spread epsilon) / signal
 * the image that the denoiser's noise epsilon implies, clipped to the range of pixels.
 *
 * @param timestep diffusion step that the denoiser is told
 * @param signal sqrt(alphaBar) of the present image
 * @param spread sqrt(1 - alphaBar) of the present image
 * @param cleanWeight weight of x_0
 * @param noisyWeight weight of x
 * @param sigma standard deviation of the fresh noise, 0 for none
 */
public record ReverseStep(
    int timestep,
    double signal,
    double spread,
    double cleanWeight,
    double noisyWeight,
    double sigma) {}
