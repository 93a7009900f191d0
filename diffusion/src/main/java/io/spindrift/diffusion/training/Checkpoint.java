package io.spindrift.diffusion.training;

import io.spindrift.diffusion.denoiser.DenoiserTraining;

/** Keeps the state of a training, so that it can be continued. */
public interface Checkpoint {
  /** Keeps nothing. */
  Checkpoint NONE = (training, added) -> {};

  /**
   * Keeps the state of a training and the steps that were done since it was last kept.
   *
   * <p>It is given the new steps alone, so that keeping a long training costs no more per step than
   * keeping a short one. An implementation keeps them before the state: what then lies beyond the
   * state is done again and left out by {@link TrainingLog#before}.
   */
  void save(DenoiserTraining training, TrainingLog added);
}
