package io.spindrift.cli.command;

import io.spindrift.diffusion.denoiser.StoredDenoiser;
import io.spindrift.diffusion.image.ImageRange;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.diffusion.image.PictureFile;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.experiment.run.RunDirectory;
import io.spindrift.experiment.stage.Images;
import io.spindrift.experiment.stage.Recipe;
import io.spindrift.numerics.UnusableInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code diffusion inpaint} and {@code diffusion recover} have in common. */
final class RestoreOptions {
  private static final int MOST_IMAGES = 10_000;

  @Mixin CheckpointOption checkpoint = new CheckpointOption();

  @Option(
      names = "--image",
      paramLabel = "FILE",
      description = "Image to restore: a PNG or JPEG, a folder of them, or .npy.")
  @Nullable Path image;

  @Option(
      names = "--held-out",
      paramLabel = "FROM:TO",
      description =
          "Instead of --image: held-out images of the checkpoint's set, such as 0:8, spoilt first"
              + " and then compared with the originals.")
  @Nullable String heldOut;

  @Mixin ClassOption label = new ClassOption();

  @Mixin NoiseOption noise = new NoiseOption();

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "Change how images are drawn, such as sampling.steps=100; repeatable.")
  List<String> sets = new ArrayList<>();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "New folder for the pictures.")
  Path out = Path.of("");

  /** A checkpoint with images to restore. */
  record Task(Path checkpoint, SpindriftConfig config, Recipe recipe, ImageSet images) {
    ImageShape shape() {
      return images.shape();
    }
  }

  /** Opens everything; refuses what cannot be restored before any work is done. */
  Task open(CommonOptions common) {
    RunDirectory.refuseOccupied(out);
    if ((image == null) == (heldOut == null)) {
      throw new UnusableInput("give either --image FILE or --held-out FROM:TO");
    }
    Path file = checkpoint.file();
    StoredDenoiser stored = CheckpointOption.describe(file, common);
    SpindriftConfig config = CheckpointOption.configuration(file, stored, common.seed(), sets);
    Recipe recipe = label.appliedOrNone(Recipe.of(config, stored.spec()));
    if (recipe.bits().isPresent()) {
      throw new UnusableInput(
          "--checkpoint must be of Gaussian diffusion to restore images, but "
              + checkpoint.name()
              + " was trained with process.kind bit-flip, which only draws new ones");
    }
    ImageShape shape = recipe.imageShape();
    ImageSet images =
        image == null
            ? ImageRange.parse(
                Images.open(config.images(), config.seed()).heldOut(),
                heldOut == null ? ":" : heldOut)
            : PictureFile.read(image);
    if (!images.shape().equals(shape)) {
      throw new UnusableInput(
          images.name()
              + " must hold images of "
              + shape
              + ", as the checkpoint was trained on, but holds "
              + images.shape());
    }
    if (images.count() > MOST_IMAGES) {
      throw new UnusableInput(
          images.name() + " must hold at most " + MOST_IMAGES + " images to restore");
    }
    return new Task(file, config, recipe, images);
  }

  /** Whether the originals are known. */
  boolean originalsKnown() {
    return image == null;
  }
}
