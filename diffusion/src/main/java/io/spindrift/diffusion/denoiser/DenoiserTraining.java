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
   * One optimiser step.
   *
   * @throws io.spindrift.numerics.NumericalFailure when the loss or its gradient is not finite
   */
  StepResult step(TrainingBatch batch);

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
