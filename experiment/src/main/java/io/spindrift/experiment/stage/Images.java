package io.spindrift.experiment.stage;

import io.spindrift.diffusion.image.FoundImages;
import io.spindrift.diffusion.image.ImageRange;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.ImageSetFinder;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.diffusion.image.StrokesImageSet;
import io.spindrift.experiment.config.ImagesConfig;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.random.StreamKey;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The images of a run, divided into those that are learnt and those that are kept apart.
 *
 * @param training images to train on
 * @param heldOut images that no training sees
 * @param sentence what was found
 */
public record Images(ImageSet training, ImageSet heldOut, String sentence) {
  private static final String DRAWN = "strokes";

  /**
   * Opens the images that a configuration asks for. Where a set has no held-out part of its own,
   * the last images are held out; where it has fewer images than asked for, all are used.
   *
   * @throws UnusableInput when there are none, or too few to divide
   */
  public static Images open(ImagesConfig config, long seed) {
    int train = config.trainCount();
    int held = config.heldOutCount();
    if (config.set().equals(DRAWN)) {
      ImageSet drawn = new StrokesImageSet(StreamKey.root(seed), train + held);
      return new Images(
          new ImageRange(drawn, 0, train),
          new ImageRange(drawn, train, train + held),
          drawn.name());
    }
    if (!Files.exists(Path.of(config.set()))) {
      throw new UnusableInput(
          config.set()
              + " must hold images (idx or idx.gz, CIFAR-10 binary, .npy, PNG or JPEG pictures),"
              + " but does not exist; put them there, or say by --data or images.set where they"
              + " lie");
    }
    FoundImages found = ImageSetFinder.recognise(Path.of(config.set()));
    ImageSet all = found.training();
    if (found.heldOutImages().isPresent()) {
      ImageSet apart = found.heldOutImages().get();
      return new Images(first(all, train), first(apart, held), found.sentence());
    }
    int kept = Math.min(held, all.count() / 2);
    if (kept < 2) {
      throw new UnusableInput(
          config.set()
              + " holds "
              + all.count()
              + " images, too few to learn from and to hold out; at least 4 would be accepted");
    }
    int learnt = Math.min(train, all.count() - kept);
    return new Images(
        new ImageRange(all, 0, learnt),
        new ImageRange(all, all.count() - kept, all.count()),
        found.sentence());
  }

  /** Shape of every image. */
  public ImageShape shape() {
    return training.shape();
  }

  private static ImageSet first(ImageSet images, int count) {
    return new ImageRange(images, 0, Math.min(count, images.count()));
  }
}
