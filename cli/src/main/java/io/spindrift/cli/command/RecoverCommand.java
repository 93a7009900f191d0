package io.spindrift.cli.command;

import io.spindrift.diffusion.NoiseSource;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.NoiseEstimate;
import io.spindrift.diffusion.image.PixelError;
import io.spindrift.diffusion.process.NoiseLevel;
import io.spindrift.diffusion.process.NoiseSchedule;
import io.spindrift.diffusion.process.PixelScale;
import io.spindrift.diffusion.sampler.Recovery;
import io.spindrift.diffusion.sampler.Sampler;
import io.spindrift.numerics.UnusableInput;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code diffusion recover}: images under noise, cleaned by a trained denoiser. */
@Command(
    name = "recover",
    sortOptions = false,
    header = "Clean noisy images with a trained denoiser.",
    description = {
      "The sampler of the configuration begins at the noisy image, at the noise level that it has,"
          + " instead of at pure noise. Writes DIR/result, DIR/given and, with --held-out,"
          + " DIR/original, one PNG an image, and a strip, DIR/restored.png, also as SVG. With"
          + " --held-out the noise is added first, from the source of --noise.",
      "JSON: directory, images, noiseLevel, sampler, noise, error, errorAsGiven, seed."
    })
final class RecoverCommand implements Callable<Integer> {
  private static final String ESTIMATE = "estimate";
  private static final double FULL_SCALE = 127.5; // pixel values to 1 of the range -1 to 1

  private final Session session;

  @Mixin RestoreOptions options = new RestoreOptions();

  @Option(
      names = "--noise-level",
      paramLabel = "S|estimate",
      defaultValue = ESTIMATE,
      description =
          "Standard deviation of the noise in pixel values (white is 255); estimate takes it from"
              + " the image, by the differences of neighbours, and is the default.")
  String noiseLevel = "";

  @Mixin CommonOptions common = new CommonOptions();

  RecoverCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    RestoreOptions.Task task = options.open(common);
    double deviation = deviation(task.images());
    PixelScale pixels = task.recipe().objective().pixels();
    double sigma = deviation / FULL_SCALE / pixels.scale();
    NoiseSchedule schedule = task.recipe().objective().schedule();
    double most = schedule.level(schedule.steps() - 1).sigma();
    if (sigma > most) {
      throw new UnusableInput(
          "--noise-level must be at most "
              + Math.floor(most * FULL_SCALE * pixels.scale())
              + ", the most noise of the training, but was "
              + deviation);
    }
    Sampler sampler = task.config().sampling().from(schedule, sigma);
    NoiseLevel first = sampler.steps().getFirst().from();
    Restoration restoration = Restoration.of(session, options, common, task, sampler);
    NoiseSource source = restoration.source();
    Recovery recovery =
        options.originalsKnown()
            ? Recovery.trial(task.images(), pixels, first, sigma, source)
            : Recovery.of(task.images(), pixels, first);
    ImageSet result = restoration.draw(recovery);
    ImageSet given = recovery.given(task.images(), pixels);
    RestoredImages restored = restoration.beside(given, result, PixelError::of);
    restored.write(
        options.out,
        ("Noise of standard deviation %.1f (white is 255), cleaned by %s, with %s. What is shown as"
                + " given is cut off at black and white.")
            .formatted(deviation, sampler.name(), source.name()));
    restoration.print(
        restored,
        String.format(Locale.ROOT, "with noise of %.1f pixel values cleaned", deviation),
        "noiseLevel",
        deviation);
    return ExitStatus.DONE;
  }

  private double deviation(ImageSet images) {
    if (!noiseLevel.toLowerCase(Locale.ROOT).equals(ESTIMATE)) {
      return number();
    }
    if (options.originalsKnown()) {
      throw new UnusableInput(
          "--held-out needs --noise-level S, the standard deviation of the noise to add");
    }
    double estimate = NoiseEstimate.deviation(images);
    if (estimate == 0) {
      throw new UnusableInput(
          images.name() + " shows no noise; give its standard deviation as --noise-level S");
    }
    return estimate;
  }

  private double number() {
    String refusal =
        "--noise-level must be a number above 0, in pixel values, or estimate, but was \""
            + noiseLevel
            + "\"";
    try {
      double value = Double.parseDouble(noiseLevel);
      if (value > 0 && value < Double.POSITIVE_INFINITY) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new UnusableInput(refusal, e);
    }
    throw new UnusableInput(refusal);
  }
}
