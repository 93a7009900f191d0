package io.spindrift.diffusion.denoiser;

/**
 * What one optimiser step tells of itself.
 *
 * @param loss loss of the batch before the step
 * @param gradientNorm Euclidean norm of its gradient before clipping
 * @param learningRate learning rate of the step
 */
public record StepResult(double loss, double gradientNorm, double learningRate) {}
