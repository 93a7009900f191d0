package io.spindrift.experiment.stage;

import io.spindrift.diffusion.NoiseSource;
import io.spindrift.diffusion.denoiser.DenoiserSpec;
import io.spindrift.diffusion.denoiser.Loss;
import io.spindrift.diffusion.denoiser.OptimiserSpec;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.diffusion.process.GaussianObjective;
import io.spindrift.diffusion.process.NoiseSchedule;
import io.spindrift.diffusion.process.PixelScale;
import io.spindrift.diffusion.sampler.AncestralSampler;
import io.spindrift.diffusion.sampler.DdimSampler;
import io.spindrift.diffusion.sampler.ImageGenerator;
import io.spindrift.diffusion.sampler.Labels;
import io.spindrift.diffusion.sampler.Sampler;
import io.spindrift.diffusion.training.GaussianLessons;
import io.spindrift.diffusion.training.LabelUse;
import io.spindrift.diffusion.training.Lessons;
import io.spindrift.diffusion.training.TrainingPlan;
import io.spindrift.experiment.config.DenoiserConfig;
import io.spindrift.experiment.config.ProcessConfig;
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
 * @param objective what the denoiser is trained for
 * @param plan batches
 * @param labels which class a drawn image is asked to be of
 * @param sampler steps from noise to image
 */
public record Recipe(
    DenoiserSpec denoiser,
    OptimiserSpec optimiser,
    GaussianObjective objective,
    TrainingPlan plan,
    Labels labels,
    Sampler sampler) {
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
    ProcessConfig process = config.process();
    int classes = config.denoiser().conditional() ? images.training().classes() : 0;
    NoiseSchedule schedule = config.process().schedule().steps(config.process().steps());
    return new Recipe(
        denoiser(config.denoiser(), images.shape(), classes),
        new OptimiserSpec(
            training.learningRate(),
            training.warmupSteps(),
            training.steps(),
            training.weightDecay(),
            training.clipNorm(),
            training.averageDecay()),
        new GaussianObjective(
            schedule,
            process.target(),
            process.weighting(),
            PixelScale.standardising(images.training(), STANDARDISED)),
        new TrainingPlan(
            training.steps(),
            training.batch(),
            StreamKey.root(config.seed()),
            new LabelUse(classes > 0, training.labelDropout()),
            training.checkpointSteps(),
            CHECKPOINT_SECONDS),
        classes > 0 ? Labels.cycling(classes) : Labels.NONE,
        sampler(config.sampling(), schedule));
  }

  /** The batches of a training on some images with some noise. */
  public Lessons lessons(ImageSet images, NoiseSource noise) {
    return new GaussianLessons(plan, objective, images, noise);
  }

  /** Draws images of a shape. */
  public ImageGenerator generator(ImageShape shape, int batch) {
    return new ImageGenerator(
        sampler, objective.target(), labels, shape, objective.pixels(), batch);
  }

  private static DenoiserSpec denoiser(DenoiserConfig config, ImageShape shape, int classes) {
    try {
      return new DenoiserSpec(
          shape,
          config.width(),
          config.multipliers(),
          config.blocksPerLevel(),
          Math.min(config.attentionFromLevel(), config.multipliers().size()),
          config.patch(),
          classes,
          Loss.SQUARED_ERROR);
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
