package io.spindrift.diffusion.training;

import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;

/**
 * What a training does.
 *
 * @param steps number of optimiser steps in all
 * @param batch images per step
 * @param key decides which images and diffusion steps a training step takes
 * @param labels whether the network is told classes
 * @param checkpointEverySteps steps between checkpoints, {@link Long#MAX_VALUE} for none
 * @param checkpointEverySeconds time between checkpoints, infinite for none
 */
public record TrainingPlan(
    long steps,
    int batch,
    StreamKey key,
    LabelUse labels,
    long checkpointEverySteps,
    double checkpointEverySeconds) {
  /** Checks the ranges. */
  public TrainingPlan {
    Require.atLeast("training steps", steps, 1L);
    Require.inRange("batch", batch, 1, 65_536);
    Require.atLeast("checkpointEverySteps", checkpointEverySteps, 1L);
    if (!(checkpointEverySeconds > 0)) {
      throw new IllegalArgumentException(
          "checkpointEverySeconds must be positive, but was " + checkpointEverySeconds + " s");
    }
  }

  /**
   * What stands at a position, drawn from the stream of that position alone.
   *
   * @param diffusionSteps number of diffusion steps to draw from
   */
  public TrainingPlace place(ImageSet images, int diffusionSteps, long position) {
    RandomStream random = key.purpose("training/batch").at(position).open();
    int image = random.nextInt(images.count());
    int step = random.nextInt(diffusionSteps);
    return new TrainingPlace(image, step, labels.label(images, image, random));
  }
}
