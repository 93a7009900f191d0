package io.spindrift.diffusion.training;

/**
 * What one optimiser step is given.
 *
 * @param step number of the step, from 0
 * @param noisy images with noise, [batch, channel, height, width]
 * @param timesteps diffusion step of each image
 * @param noise the noise that was added, [batch, channel, height, width]
 */
public record TrainingBatch(long step, float[] noisy, int[] timesteps, float[] noise) {}
