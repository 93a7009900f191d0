package io.spindrift.torch;

import io.spindrift.diffusion.denoiser.OptimiserSpec;

/** Learning rate over a training: a linear rise, then half a cosine down to a tenth of the peak. */
final class LearningRate {
  private static final double FLOOR = 0.1;

  /** The rate of the step after {@code stepsDone} steps. */
  static double after(long stepsDone, OptimiserSpec optimiser) {
    long warmup = optimiser.warmupSteps();
    if (stepsDone < warmup) {
      return optimiser.learningRate() * (stepsDone + 1) / warmup;
    }
    double progress =
        Math.min(1, (stepsDone - warmup) / (double) Math.max(1, optimiser.totalSteps() - warmup));
    double cosine = 0.5 * (1 + Math.cos(Math.PI * progress));
    return optimiser.learningRate() * (FLOOR + (1 - FLOOR) * cosine);
  }

  private LearningRate() {}
}
