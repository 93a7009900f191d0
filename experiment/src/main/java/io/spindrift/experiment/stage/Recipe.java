package io.spindrift.experiment.stage;

import io.spindrift.diffusion.bits.BitGenerator;
import io.spindrift.diffusion.denoiser.DenoiserSpec;
import io.spindrift.diffusion.denoiser.Loss;
import io.spindrift.diffusion.denoiser.OptimiserSpec;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.diffusion.process.GaussianObjective;
import io.spindrift.diffusion.process.NoiseSchedule;
import io.spindrift.diffusion.process.PixelScale;
import io.spindrift.diffusion.sampler.ImageGenerator;
import io.spindrift.diffusion.sampler.Labels;
import io.spindrift.diffusion.sampler.ReverseStep;
import io.spindrift.diffusion.sampler.Sampler;
import io.spindrift.diffusion.sampler.SamplerKind;
import io.spindrift.diffusion.training.GaussianLessons;
import io.spindrift.diffusion.training.LabelUse;
import io.spindrift.diffusion.training.Lessons;
import io.spindrift.diffusion.training.TrainingPlan;
import io.spindrift.experiment.config.DenoiserConfig;
import io.spindrift.experiment.config.PixelsConfig;
import io.spindrift.experiment.config.ProcessConfig;
import io.spindrift.experiment.config.SamplingConfig;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.experiment.config.TrainingConfig;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.Optional;

/**
 * What both trainings share: architecture, optimiser, schedule and steps.
 *
 * @param denoiser architecture
 * @param optimiser optimiser
 * @param objective what the denoiser is trained for
 * @param plan batches
 * @param labels which class a drawn image is asked to be of
 * @param guidance weight of the class in a drawn image, 1 for none
 * @param sampler steps from noise to image
 * @param bits bit-flip diffusion, where it takes the place of the Gaussian one
 */
public record Recipe(
    DenoiserSpec denoiser,
    OptimiserSpec optimiser,
    GaussianObjective objective,
    TrainingPlan plan,
    Labels labels,
    double guidance,
    Sampler sampler,
    Optional<BitFlips> bits) {
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
    int classes = config.denoiser().conditional() ? images.training().classes() : 0;
    PixelScale pixels =
        config
            .images()
            .pixels()
            .map(PixelsConfig::toScale)
            .orElseGet(() -> PixelScale.standardising(images.training(), STANDARDISED));
    Optional<BitFlips> bits = bits(config, images.shape());
    DenoiserSpec denoiser =
        denoiser(
            config.denoiser(),
            bits.map(BitFlips::shape).orElse(images.shape()),
            classes,
            bits.isPresent() ? Loss.BIT_CROSS_ENTROPY : Loss.SQUARED_ERROR);
    return of(config, denoiser, pixels, bits);
  }

  /**
   * The recipe of a denoiser that was trained; what it learnt from is not needed.
   *
   * @param denoiser its architecture
   * @throws UnusableInput when the configuration does not say how pixels become numbers
   */
  public static Recipe of(SpindriftConfig config, DenoiserSpec denoiser) {
    PixelsConfig pixels =
        config
            .images()
            .pixels()
            .orElseThrow(() ->
                new UnusableInput(
                    "the configuration of a trained denoiser must hold images.pixels, but does"
                        + " not"));
    return of(config, denoiser, pixels.toScale(), trainedBits(config, denoiser));
  }

  private static Recipe of(
      SpindriftConfig config, DenoiserSpec denoiser, PixelScale pixels, Optional<BitFlips> bits) {
    TrainingConfig training = config.training();
    ProcessConfig process = config.process();
    int classes = denoiser.classes();
    NoiseSchedule schedule = process.schedule().steps(process.steps());
    return new Recipe(
        denoiser,
        new OptimiserSpec(
            training.learningRate(),
            training.warmupSteps(),
            training.steps(),
            training.weightDecay(),
            training.clipNorm(),
            training.averageDecay()),
        new GaussianObjective(schedule, process.target(), process.weighting(), pixels),
        new TrainingPlan(
            training.steps(),
            training.batch(),
            StreamKey.root(config.seed()),
            new LabelUse(classes > 0, training.labelDropout()),
            training.checkpointSteps(),
            CHECKPOINT_SECONDS),
        classes > 0 ? Labels.cycling(classes) : Labels.NONE,
        guidance(config, classes),
        sampler(config.sampling(), schedule),
        bits);
  }

  /**
   * Finds the pulses of the device, where bits flip by them; otherwise there is nothing to find.
   *
   * @return this recipe
   * @throws UnusableInput when the device has no pulse for a step
   */
  public Recipe prepared(Workers workers, Progress progress) {
    bits.ifPresent(flips -> flips.prepared(workers, progress));
    return this;
  }

  /** The configuration for a checkpoint, with everything that sampling needs. */
  public SpindriftConfig writtenInto(SpindriftConfig config) {
    return config.with(objective.pixels());
  }

  /** The batches of a training on some images with some noise. */
  public Lessons lessons(ImageSet images, RunNoise noise) {
    return bits.map(flips -> flips.lessons(plan, images, noise.training().get()))
        .orElseGet(() -> new GaussianLessons(plan, objective, images, noise.samples()));
  }

  /** Draws images by the process of the recipe. */
  public Drawing drawing(int batch) {
    if (bits.isPresent()) {
      BitGenerator generator = bits.get().generator(labels, guidance, batch);
      return (name, denoiser, noise, first, count, progress) ->
          generator.generate(name, denoiser, noise.sampling().get(), first, count, progress);
    }
    ImageGenerator generator = generator(denoiser.image(), batch);
    return (name, denoiser, noise, first, count, progress) ->
        generator.generate(name, denoiser, noise.samples(), first, count, progress);
  }

  /** Shape of an image in pixels. */
  public ImageShape imageShape() {
    return bits.map(BitFlips::pixels).orElse(denoiser.image());
  }

  /** What noise is drawn, in a few words. */
  public String words(RunNoise noise) {
    return bits.isPresent() ? noise.numbersName() : noise.samples().name();
  }

  /** Draws the noise that one image of one training step takes, for what it costs. */
  void drawTrainingBlock(RunNoise noise) {
    int size = denoiser.image().size();
    if (bits.isPresent()) {
      noise.training().get().fill("training", 0, 0, new int[size], 0, size);
    } else {
      noise.samples().fill("training", 0, 0, new float[size], 0, size);
    }
  }

  /** How noise grows over the steps of the process. */
  NoiseSchedule schedule() {
    return bits.map(BitFlips::levels).orElseGet(objective::schedule);
  }

  /** Steps from noise to an image. */
  int samplingSteps() {
    return bits.map(flips -> flips.sampler().times().size())
        .orElseGet(() -> sampler.steps().size());
  }

  /** The sampler in a few words. */
  public String samplerName() {
    return bits.map(flips -> flips.sampler().name()).orElseGet(sampler::name);
  }

  /** Draws images of a shape by Gaussian diffusion. */
  public ImageGenerator generator(ImageShape shape, int batch) {
    return generator(sampler, shape, batch);
  }

  /** Draws images of a shape by another sampler. */
  public ImageGenerator generator(Sampler other, ImageShape shape, int batch) {
    return new ImageGenerator(
        other, objective.target(), labels, guidance, shape, objective.pixels(), batch);
  }

  /** The same recipe with other classes asked for. */
  public Recipe asking(Labels asked) {
    return new Recipe(denoiser, optimiser, objective, plan, asked, guidance, sampler, bits);
  }

  /** How often the network is run for one drawn image; guidance runs it with and without class. */
  public long evaluationsPerImage() {
    long steps =
        bits.isPresent()
            ? samplingSteps()
            : sampler.steps().stream().filter(ReverseStep::evaluates).count();
    return guidance == 1 ? steps : 2 * steps;
  }

  private static DenoiserSpec denoiser(
      DenoiserConfig config, ImageShape shape, int classes, Loss loss) {
    try {
      return new DenoiserSpec(
          shape,
          config.width(),
          config.multipliers(),
          config.blocksPerLevel(),
          Math.min(config.attentionFromLevel(), config.multipliers().size()),
          config.patch(),
          classes,
          loss);
    } catch (IllegalArgumentException e) {
      throw new UnusableInput("denoiser: " + e.getMessage(), e);
    }
  }

  /** The bits that a trained denoiser answers; its channels are planes. */
  private static Optional<BitFlips> trainedBits(SpindriftConfig config, DenoiserSpec denoiser) {
    ImageShape seen = denoiser.image();
    int planes = config.process().planes();
    boolean ofBits = config.process().kind() == ProcessConfig.Kind.BIT_FLIP;
    if (ofBits && (denoiser.loss() != Loss.BIT_CROSS_ENTROPY || seen.channels() % planes != 0)) {
      throw new UnusableInput(
          "a denoiser of bits of "
              + planes
              + " planes must answer "
              + planes
              + " bits for each colour, but this one was trained for "
              + seen.channels()
              + " channels and "
              + denoiser.loss());
    }
    return ofBits
        ? bits(config, new ImageShape(seen.channels() / planes, seen.height(), seen.width()))
        : Optional.empty();
  }

  private static Optional<BitFlips> bits(SpindriftConfig config, ImageShape shape) {
    try {
      return BitFlips.of(config, shape);
    } catch (IllegalArgumentException e) {
      throw new UnusableInput("process: " + e.getMessage(), e);
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
    if (config.eta() != 0 && config.sampler() != SamplerKind.DDIM) {
      throw new UnusableInput(
          "sampling.eta must be 0 unless sampling.sampler is ddim, but was " + config.eta());
    }
    return config.over(schedule);
  }

  private static double guidance(SpindriftConfig config, int classes) {
    double guidance = config.sampling().guidance();
    if (guidance != 1 && classes == 0) {
      throw new UnusableInput(
          "sampling.guidance must be 1 for a network that is told no classes, but was " + guidance);
    }
    if (guidance != 1 && config.training().labelDropout() == 0) {
      throw new UnusableInput(
          "sampling.guidance must be 1 for a network that was never trained without a class"
              + " (training.labelDropout is 0), but was "
              + guidance);
    }
    return guidance;
  }
}
