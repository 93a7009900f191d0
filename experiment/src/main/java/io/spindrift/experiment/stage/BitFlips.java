package io.spindrift.experiment.stage;

import io.spindrift.diffusion.bits.BitFlipLessons;
import io.spindrift.diffusion.bits.BitGenerator;
import io.spindrift.diffusion.bits.BitImages;
import io.spindrift.diffusion.bits.BitSampler;
import io.spindrift.diffusion.bits.FlipChain;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.diffusion.noise.ChanceSource;
import io.spindrift.diffusion.process.NoiseSchedule;
import io.spindrift.diffusion.process.ScheduleKind;
import io.spindrift.diffusion.process.Target;
import io.spindrift.diffusion.process.Weighting;
import io.spindrift.diffusion.sampler.Labels;
import io.spindrift.diffusion.sampler.SamplerKind;
import io.spindrift.diffusion.training.Lessons;
import io.spindrift.diffusion.training.TrainingPlan;
import io.spindrift.experiment.config.FlipsConfig;
import io.spindrift.experiment.config.ProcessConfig;
import io.spindrift.experiment.config.SamplingConfig.SpacingChoice;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.memory.process.Correction;
import io.spindrift.memory.process.FlipDial;
import io.spindrift.memory.process.FlipSchedule;
import io.spindrift.memory.process.PixelCode;
import io.spindrift.memory.process.PlaneProcess;
import io.spindrift.memory.process.PulseDial;
import io.spindrift.memory.process.StatedDial;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bit-flip diffusion as a configuration describes it. Safe to use from any thread.
 *
 * <p>Pulses of a device are found when they are first needed, by a simulation that depends on the
 * configuration alone.
 */
public final class BitFlips {
  private final SpindriftConfig config;
  private final BitImages form;
  private @Nullable FlipChain chain;

  private BitFlips(SpindriftConfig config, BitImages form) {
    this.config = config;
    this.form = form;
  }

  /**
   * The diffusion of images of a shape; empty where the process is another one.
   *
   * @throws UnusableInput when a sampler is asked for that is none of bits
   */
  static Optional<BitFlips> of(SpindriftConfig config, ImageShape shape) {
    ProcessConfig process = config.process();
    if (process.kind() != ProcessConfig.Kind.BIT_FLIP) {
      return Optional.empty();
    }
    refuseGaussianSettings(process);
    if (config.sampling().sampler() != SamplerKind.DDPM
        || config.sampling().spacing() != SpacingChoice.OWN) {
      throw new UnusableInput(
          "sampling.sampler must be ddpm and sampling.spacing own with process.kind bit-flip, for"
              + " bits are drawn step by step; but they were "
              + config.sampling().sampler()
              + " and "
              + config.sampling().spacing());
    }
    BitFlips flips =
        new BitFlips(config, new BitImages(shape, new PixelCode(process.code(), process.planes())));
    if (process.flips().pulses() == FlipsConfig.Pulses.IDEAL) {
      flips.chain();
    }
    return Optional.of(flips);
  }

  /** Settings that would change nothing are refused, so that nobody believes that they did. */
  private static void refuseGaussianSettings(ProcessConfig process) {
    refuseUnless(
        ScheduleKind.COSINE, process.schedule(), "schedule", "process.flips.schedule says it");
    refuseUnless(Target.VELOCITY, process.target(), "target", "the clean bits are answered");
    refuseUnless(Weighting.UNIFORM, process.weighting(), "weighting", "all steps count alike");
  }

  private static void refuseUnless(Enum<?> usual, Enum<?> given, String name, String instead) {
    if (given != usual) {
      throw new UnusableInput(
          "process."
              + name
              + " has no effect with process.kind bit-flip ("
              + instead
              + "), so it must be left at "
              + word(usual)
              + ", but was "
              + word(given));
    }
  }

  private static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Shape of what the network sees: each bit a value. */
  ImageShape shape() {
    return form.shape();
  }

  /** Shape of an image in pixels. */
  ImageShape pixels() {
    return form.pixels();
  }

  Lessons lessons(TrainingPlan plan, ImageSet images, ChanceSource chance) {
    return new BitFlipLessons(plan, chain(), form, images, chance);
  }

  BitGenerator generator(Labels labels, double guidance, int batch) {
    return new BitGenerator(sampler(), labels, guidance, form, batch);
  }

  BitSampler sampler() {
    return BitSampler.even(chain(), config.sampling().steps(), config.process().flips().end());
  }

  /** Noise levels of the same correlation with the image, that of the most significant plane. */
  NoiseSchedule levels() {
    FlipChain bits = chain();
    double[] betas = new double[bits.steps()];
    for (int t = 0; t < betas.length; t++) {
      double kept = bits.marginal(t + 1, 0).correlation() / bits.marginal(t, 0).correlation();
      betas[t] = Math.clamp(1 - kept * kept, Double.MIN_NORMAL, 1 - 1e-12);
    }
    return NoiseSchedule.ofBetas(betas);
  }

  /** The process in a few words. */
  String words() {
    ProcessConfig process = config.process();
    return "bit flips of "
        + process.planes()
        + (process.planes() == 1 ? " plane, " : " planes, ")
        + process.code().word()
        + " code, "
        + process.flips().words();
  }

  /**
   * How bits flip; pulses of a device are looked for on one thread unless they were prepared.
   *
   * @throws UnusableInput when the device has no pulse for a step
   */
  public FlipChain chain() {
    try (Workers one = new Workers(1)) {
      return prepared(one, Progress.NONE);
    }
  }

  /**
   * The same, with pulses of a device looked for by {@code workers}.
   *
   * @throws UnusableInput when the device has no pulse for a step
   */
  synchronized FlipChain prepared(Workers workers, Progress progress) {
    FlipChain made = chain;
    if (made == null) {
      made =
          switch (config.process().flips().pulses()) {
            case IDEAL -> chain(StatedDial.FAIR);
            case DEVICE -> chain(device(workers, progress));
          };
      chain = made;
    }
    return made;
  }

  private FlipDial device(Workers workers, Progress progress) {
    try {
      Apparatus.CurvedJunction curved =
          Apparatus.curved(DeviceChoice.of(config).spec(), config, workers, progress);
      return PulseDial.of(curved.junction(), curved.curve(), CellKinds.nominal());
    } catch (IllegalArgumentException noCurve) {
      throw new UnusableInput("process.flips.pulses device: " + noCurve.getMessage(), noCurve);
    }
  }

  private FlipChain chain(FlipDial dial) {
    FlipsConfig flips = config.process().flips();
    int steps = config.process().steps();
    try {
      return chain(flips.of(steps, form.planes()), dial);
    } catch (UnusableInput unreachable) {
      int fewer = steps;
      while (fewer > 1 && !reachable(dial, fewer)) {
        fewer = (fewer + 1) / 2;
      }
      throw new UnusableInput(
          "process: "
              + unreachable.getMessage()
              + "; process.flips.schedule constant with process.steps "
              + fewer
              + " would be accepted",
          unreachable);
    }
  }

  private boolean reachable(FlipDial dial, int steps) {
    try {
      chain(config.process().flips().of(FlipsConfig.Schedule.CONSTANT, steps, form.planes()), dial);
      return true;
    } catch (UnusableInput outside) {
      return false;
    }
  }

  private FlipChain chain(FlipSchedule schedule, FlipDial dial) {
    return FlipChain.of(form.planes(), new PlaneProcess(schedule, dial, Correction.NONE));
  }
}
