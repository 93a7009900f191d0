package io.spindrift.experiment.stage;

import io.spindrift.diffusion.denoiser.DenoiserSpec;
import io.spindrift.diffusion.denoiser.OptimiserSpec;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.diffusion.process.NoiseSchedule;
import io.spindrift.diffusion.process.PixelScale;
import io.spindrift.diffusion.sampler.AncestralSampler;
import io.spindrift.diffusion.sampler.DdimSampler;
import io.spindrift.diffusion.sampler.Sampler;
import io.spindrift.diffusion.training.TrainingPlan;
import io.spindrift.experiment.config.DenoiserConfig;
import io.spindrift.experiment.config.SamplingConfig;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.experiment.config.TrainingConfig;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.random.StreamKey;

/**
 * What both trainings share: architecture, optimiser, schedule and steps.
 *
 * @param denoiser architecture
 * @param optimiser optimiser
 * @param plan batches
 * @param sampler steps from noise to image
 */
public record Recipe(
    DenoiserSpec denoiser, OptimiserSpec optimiser, TrainingPlan plan, Sampler sampler) {
  /** Images over which pixels are brought to mean 0 and variance 1. */
  private static final int STANDARDISED = 2000;

  /** Longest time between checkpoints. */
  private static final double CHECKPOINT_SECONDS = 60;

  /**
   * The recipe of a configuration.
   *
   * @throws UnusableInput when the architecture does not fit the images
   */
  public static Recipe of(SpindriftConfig config, Images images) {
    TrainingConfig training = config.training();
    NoiseSchedule schedule = config.process().schedule().steps(config.process().steps());
    return new Recipe(
        denoiser(config.denoiser(), images.shape()),
        new OptimiserSpec(
            training.learningRate(),
            training.warmupSteps(),
            training.steps(),
            training.weightDecay(),
            training.clipNorm(),
            training.averageDecay()),
        new TrainingPlan(
            training.steps(),
            training.batch(),
            StreamKey.root(config.seed()),
            schedule,
            PixelScale.standardising(images.training(), STANDARDISED),
            training.checkpointSteps(),
            CHECKPOINT_SECONDS),
        sampler(config.sampling(), schedule));
  }

  private static DenoiserSpec denoiser(DenoiserConfig config, ImageShape shape) {
    try {
      return new DenoiserSpec(
          shape,
          config.width(),
          config.multipliers(),
          config.blocksPerLevel(),
          Math.min(config.attentionFromLevel(), config.multipliers().size()),
          config.patch());
    } catch (IllegalArgumentException e) {
      throw new UnusableInput("denoiser: " + e.getMessage(), e);
    }
  }

  private static Sampler sampler(SamplingConfig config, NoiseSchedule schedule) {
    if (config.steps() > schedule.steps()) {
      throw new UnusableInput(
          "sampling.steps must be at most process.steps, "
              + schedule.steps()
              + ", but was "
              + config.steps());
    }
    return switch (config.sampler()) {
      case DDPM -> new AncestralSampler(schedule, config.steps());
      case DDIM -> new DdimSampler(schedule, config.steps(), 0);
    };
  }
}
