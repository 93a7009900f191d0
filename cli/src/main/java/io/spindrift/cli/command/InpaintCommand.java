package io.spindrift.cli.command;

import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.PixelError;
import io.spindrift.diffusion.image.PixelMask;
import io.spindrift.diffusion.process.PixelScale;
import io.spindrift.diffusion.sampler.Inpainting;
import io.spindrift.diffusion.sampler.RePaintSampler;
import io.spindrift.experiment.config.SamplingConfig;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code diffusion inpaint}: images with missing pixels, filled in by a trained denoiser. */
@Command(
    name = "inpaint",
    sortOptions = false,
    header = "Fill in missing pixels of images with a trained denoiser.",
    description = {
      "Known pixels are kept; the others are drawn by ancestral steps that go back to more noise"
          + " and come again (RePaint). Writes DIR/result, DIR/given and, with --held-out,"
          + " DIR/original, one PNG an image, and a strip, DIR/restored.png, also as SVG. The error"
          + " is that of the open pixels; as given they are filled with the mean grey of the"
          + " training images.",
      "JSON: directory, images, mask, openValues, sampler, noise, error, errorAsGiven, seed."
    })
final class InpaintCommand implements Callable<Integer> {
  private final Session session;

  @Mixin RestoreOptions options = new RestoreOptions();

  @Option(
      names = "--mask",
      required = true,
      paramLabel = "FILE|half|box",
      description =
          "Which pixels are known: a PNG or .npy of the images' size (all but 0 is known), half"
              + " (the left half is known) or box (all but a box in the middle).")
  String mask = "";

  @Option(
      names = "--jump",
      paramLabel = "N",
      defaultValue = "5",
      description = "How many noise levels are gone back at once; the default is ${DEFAULT-VALUE}.")
  String jump = "";

  @Option(
      names = "--visits",
      paramLabel = "N",
      defaultValue = "4",
      description =
          "How often each stretch of levels is gone, 1 for never back; the default is"
              + " ${DEFAULT-VALUE}.")
  String visits = "";

  @Mixin CommonOptions common = new CommonOptions();

  InpaintCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    int back = GivenQuantity.smallCount("--jump", jump, 1, 1000);
    int times = GivenQuantity.smallCount("--visits", visits, 1, 100);
    RestoreOptions.Task task = options.open(common);
    PixelMask known = PixelMask.parse(mask, task.shape());
    SamplingConfig sampling = task.config().sampling();
    RePaintSampler sampler =
        new RePaintSampler(sampling.levels(task.recipe().objective().schedule()), back, times);
    PixelScale pixels = task.recipe().objective().pixels();
    Restoration restoration = Restoration.of(session, options, common, task, sampler);
    ImageSet result = restoration.draw(Inpainting.of(task.images(), known.known(), pixels));
    ImageSet given = known.covering(task.images(), pixels.toPixel(0));
    RestoredImages restored =
        restoration.beside(
            given, result, (images, originals) -> PixelError.ofOpen(images, originals, known));
    restored.write(
        options.out,
        "Known: %s. The rest is filled in by %s, with %s."
            .formatted(known.words(), sampler.name(), restoration.source().name()));
    restoration.print(restored, "inpainted", "mask", known.words(), "openValues", known.open());
    return ExitStatus.DONE;
  }
}
