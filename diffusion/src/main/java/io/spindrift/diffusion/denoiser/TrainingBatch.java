package io.spindrift.diffusion.denoiser;

import io.spindrift.numerics.Require;

/**
 * What one optimiser step is given. Arrays are not copied.
 *
 * <p>The loss of the batch is the mean over its images of weight times mean loss of the image.
 *
 * @param step number of the step, from 0
 * @param noisy images with noise, [batch, channel, height, width]
 * @param timesteps diffusion step of each image, [batch]
 * @param labels class of each image, [batch], {@link Denoiser#NO_CLASS} for none
 * @param target what the network should answer, [batch, channel, height, width]
 * @param weights weight of each image in the loss, [batch]
 */
public record TrainingBatch(
    long step, float[] noisy, float[] timesteps, int[] labels, float[] target, float[] weights) {
  /** Checks that the lengths agree. */
  public TrainingBatch {
    Require.inRange("number of labels", labels.length, timesteps.length, timesteps.length);
    Require.inRange("number of weights", weights.length, timesteps.length, timesteps.length);
    Require.inRange("number of target values", target.length, noisy.length, noisy.length);
  }

  /** Number of images. */
  public int count() {
    return timesteps.length;
  }
}
