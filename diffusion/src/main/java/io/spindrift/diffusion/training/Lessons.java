package io.spindrift.diffusion.training;

import io.spindrift.diffusion.denoiser.TrainingBatch;

/** Makes the batch of any training step, always the same one. */
public interface Lessons {
  /** The batch of a training step; may be called from any thread. */
  TrainingBatch at(long step);
}
