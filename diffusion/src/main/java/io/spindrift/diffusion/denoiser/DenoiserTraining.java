package io.spindrift.diffusion.denoiser;

import java.nio.file.Path;

/** A denoiser in training: weights, optimiser state and averaged weights. Not thread-safe. */
public interface DenoiserTraining extends AutoCloseable {
  /** Number of optimiser steps done so far. */
  long stepsDone();

  /** Number of trainable parameters. */
  long parameterCount();

  /** Multiply-accumulate operations of one image in one forward pass. */
  long multiplyAccumulatesPerImage();

  /**
   * One optimiser step on the mean squared error of the predicted noise.
   *
   * @param noisy images [batch, channel, height, width]
   * @param timesteps diffusion step of each image, [batch]
   * @param noise the noise that was added, [batch, channel, height, width]
   * @param batch number of images
   * @return mean squared error of the batch before the step
   * @throws io.spindrift.numerics.NumericalFailure when the error is not finite
   */
  double step(float[] noisy, int[] timesteps, float[] noise, int batch);

  /** The denoiser with averaged weights, a copy that later steps do not change. */
  Denoiser averaged();

  /** Writes weights, averaged weights, optimiser state and step number to a safetensors file. */
  void save(Path file);

  /**
   * Continues from a file of {@link #save}; later steps equal those of an undisturbed training.
   *
   * @throws io.spindrift.numerics.UnusableInput when the file belongs to another architecture or
   *     optimiser
   */
  void restore(Path file);

  @Override
  void close();
}
